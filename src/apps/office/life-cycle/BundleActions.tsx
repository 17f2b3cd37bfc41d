import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bundle, moveBundle, owed, takeOutOfBundle } from '#documents/contract'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import type { Bundle } from './BundleScreen.tsx'

const targets = {
  collate: 'collated',
  reopen: 'open',
  sign: 'signed',
  release: 'released',
} as const
type Move = keyof typeof targets

/** Collate, reopen, sign, release: each says first what it will do. */
export function BundleActions(props: { of: Bundle }) {
  const say = useSay()
  const { message } = App.useApp()
  const [move, setMove] = useState<Move | null>(null)
  const [note, setNote] = useState('')
  const act = useAct(moveBundle, {
    refreshes: [bundle, owed],
    done: () => {
      setMove(null)
      void message.success(say('bundle.done'))
    },
  })
  const offered = (Object.keys(targets) as Move[]).filter((one) => props.of.may.includes(one))
  return (
    <>
      {offered.map((one) => (
        <Button
          key={one}
          type={one === 'reopen' ? 'default' : 'primary'}
          onClick={() => {
            act.reset()
            setMove(one)
          }}
        >
          {say(`bundle.move.${one}`)}
        </Button>
      ))}
      {move && (
        <Modal
          open
          title={say(`bundle.move.${move}`)}
          okText={say(`bundle.move.${move}`)}
          cancelText={say('office.cancel')}
          confirmLoading={act.isPending}
          onCancel={() => setMove(null)}
          onOk={() => act.mutate({ id: props.of.id, to: targets[move], note: note.trim() })}
        >
          <div className="stack-fields">
            <RefusalNote error={act.error} />
            <p>{say(`bundle.ask.${move}`)}</p>
            <Field label={say('bundle.note')} optional>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  maxLength={1000}
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </Field>
          </div>
        </Modal>
      )}
    </>
  )
}

/** An urgent text leaves the bundle with its reason and may go out by itself. */
export function TakeOut(props: { editionId: number; title: string }) {
  const say = useSay()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(takeOutOfBundle, {
    refreshes: [bundle],
    done: () => {
      setOpen(false)
      void message.success(say('bundle.done'))
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('bundle.takeOut')}
      </Button>
      {isOpen && (
        <Modal
          open
          title={props.title}
          okText={say('bundle.takeOut')}
          cancelText={say('office.cancel')}
          okButtonProps={{ disabled: reason.trim().length < 2 }}
          confirmLoading={act.isPending}
          onCancel={() => setOpen(false)}
          onOk={() => act.mutate({ id: props.editionId, reason: reason.trim() })}
        >
          <div className="stack-fields">
            <RefusalNote error={act.error} />
            <Field label={say('bundle.takeOut.reason')}>
              {(ids) => (
                <Input.TextArea
                  {...ids}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          </div>
        </Modal>
      )}
    </>
  )
}
