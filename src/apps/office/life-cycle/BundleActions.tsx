import { Button } from 'antd'
import { useState } from 'react'
import { bundle, moveBundle, owed, takeOutOfBundle } from '#documents/contract'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
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
  const [move, setMove] = useState<Move | null>(null)
  const act = useAct(moveBundle, {
    refreshes: [bundle, owed],
    said: say('bundle.done'),
    done: () => setMove(null),
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
        <ReasonDialog
          title={say(`bundle.move.${move}`)}
          label={say('bundle.note')}
          ok={say(`bundle.move.${move}`)}
          least={0}
          most={1000}
          act={act}
          onReason={(note) => act.mutate({ id: props.of.id, to: targets[move], note })}
          onClose={() => setMove(null)}
        >
          <p>{say(`bundle.ask.${move}`)}</p>
        </ReasonDialog>
      )}
    </>
  )
}

/** An urgent text leaves the bundle with its reason and may go out by itself. */
export function TakeOut(props: { editionId: number; title: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const act = useAct(takeOutOfBundle, {
    refreshes: [bundle],
    said: say('bundle.done'),
    done: () => setOpen(false),
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say('bundle.takeOut')}
      </Button>
      {isOpen && (
        <ReasonDialog
          title={props.title}
          label={say('bundle.takeOut.reason')}
          ok={say('bundle.takeOut')}
          most={1000}
          act={act}
          onReason={(reason) => act.mutate({ id: props.editionId, reason })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
