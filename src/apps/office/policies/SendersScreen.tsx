import { App, Button, Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { listSenders, registerSender, revokeSender, type Sender } from '#interchange/contract'
import { CardTable, type Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { ruleKeepers } from './keepers.ts'
import { PolicyTitle } from './PolicyTitle.tsx'

const columnsOf = (say: Say, revoke: (sender: Sender) => void): Column<Sender>[] => [
  {
    key: 'name',
    title: say('senders.name'),
    width: 240,
    show: (sender) => (
      <>
        {sender.name}
        <small className="quiet number">{sender.id}</small>
      </>
    ),
  },
  {
    key: 'units',
    title: say('senders.units'),
    width: 220,
    show: (sender) => say('senders.andBelow', { unit: sender.organization.name }),
  },
  {
    key: 'key',
    title: say('senders.key'),
    show: (sender) => <code className="sender-key">{sender.publicKey}</code>,
  },
  {
    key: 'since',
    title: say('senders.since'),
    width: 170,
    show: (sender) => (
      <>
        <DateText of={sender.registeredAt} />
        {sender.revokedAt && (
          <p>
            <span className="mark none">{say('senders.revokedOn')}</span>{' '}
            <DateText of={sender.revokedAt} />
          </p>
        )}
      </>
    ),
  },
  {
    key: 'revoke',
    title: say('senders.actions'),
    width: 110,
    show: (sender) =>
      sender.revokedAt === null && (
        <Button size="small" danger onClick={() => revoke(sender)}>
          {say('senders.revoke')}
        </Button>
      ),
  },
]

function RegisterSender({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { holds } = useSession()
  const chosen = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState({ id: '', name: '', publicKey: '' })
  const [organizationId, setOrganization] = useState<number | null>(null)
  const register = useAct(registerSender, {
    refreshes: [listSenders],
    done: () => {
      void message.success(say('senders.registered'))
      onClose()
    },
  })
  const put = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [name]: event.target.value })
  const isReady =
    organizationId !== null && Object.values(typed).every((text) => text.trim() !== '')
  return (
    <Modal
      open
      width={640}
      title={say('senders.register')}
      okText={say('senders.register')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={register.isPending}
      onCancel={onClose}
      onOk={() => organizationId !== null && register.mutate({ ...typed, organizationId })}
    >
      <div className="stack-fields">
        <RefusalNote error={register.error} />
        <Field label={say('senders.name')}>
          {(ids) => <Input {...ids} maxLength={100} value={typed.name} onChange={put('name')} />}
        </Field>
        <Field label={say('senders.id')} hint={say('senders.id.hint')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={41}
              autoComplete="off"
              value={typed.id}
              onChange={put('id')}
            />
          )}
        </Field>
        <Field label={say('senders.units')} hint={say('senders.units.hint')}>
          {(ids) => (
            <OrganizationSelect
              {...ids}
              value={organizationId}
              onChange={setOrganization}
              may={(one) => holds(ruleKeepers, one.path)}
            />
          )}
        </Field>
        <Field label={say('senders.key')} hint={say('senders.key.hint')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              className="sender-key"
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={500}
              spellCheck={false}
              value={typed.publicKey}
              onChange={put('publicKey')}
            />
          )}
        </Field>
        <div>
          <Button size="small" onClick={() => chosen.current?.click()}>
            {say('senders.key.file')}
          </Button>
          <input
            ref={chosen}
            type="file"
            accept=".pem,.pub,.txt"
            hidden
            aria-label={say('senders.key.file')}
            onChange={async ({ target }) => {
              const file = target.files?.[0]
              target.value = ''
              if (file) setTyped({ ...typed, publicKey: (await file.text()).slice(0, 500) })
            }}
          />
        </div>
      </div>
    </Modal>
  )
}

/** Whose packages are taken in, with which key and for which units (M28). */
export function Component() {
  const say = useSay()
  const { modal, message } = App.useApp()
  const { holds } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { data, error, isPending, refetch } = useCall(listSenders, {})
  const revoke = useAct(revokeSender, {
    refreshes: [listSenders],
    done: () => void message.success(say('senders.revoked')),
  })
  const ask = (sender: Sender) =>
    void modal.confirm({
      title: say('senders.revoke.title', { name: sender.name }),
      content: say('senders.revoke.about'),
      okText: say('senders.revoke'),
      okButtonProps: { danger: true },
      cancelText: say('office.cancel'),
      onOk: () => revoke.mutate({ sender: sender.id }),
    })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PolicyTitle
        about={say('senders.about')}
        actions={
          holds(ruleKeepers) && (
            <Button type="primary" onClick={() => setOpen(true)}>
              {say('senders.register')}
            </Button>
          )
        }
      />
      <RefusalNote error={revoke.error} />
      <CardTable
        rows={data ?? []}
        rowKey={(sender) => sender.id}
        columns={columnsOf(say, ask)}
        loading={isPending}
        empty={<Empty title={say('senders.empty')} next={say('senders.empty.next')} />}
      />
      {isOpen && <RegisterSender onClose={() => setOpen(false)} />}
    </>
  )
}
