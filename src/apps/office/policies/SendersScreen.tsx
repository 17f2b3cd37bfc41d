import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { listSenders, registerSender, revokeSender, type Sender } from '#interchange/contract'
import type { Column } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ListScreen } from '../parts/ListScreen.tsx'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
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
  const { holds } = useSession()
  const chosen = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState({ id: '', name: '', publicKey: '' })
  const [organizationId, setOrganization] = useState<number | null>(null)
  const put = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const act = useAct(registerSender, {
    refreshes: [listSenders],
    said: say('senders.registered'),
    done: onClose,
  })
  const isFilled = Object.values(typed).every((text) => text.trim() !== '')
  return (
    <Dialog
      width={640}
      title={say('senders.register')}
      ok={say('senders.register')}
      act={act}
      isReady={organizationId !== null && isFilled}
      onOk={() => organizationId !== null && act.mutate({ ...typed, organizationId })}
      onClose={onClose}
    >
      <TextField
        label={say('senders.name')}
        maxLength={100}
        value={typed.name}
        onChange={(name) => put({ name })}
      />
      <TextField
        label={say('senders.id')}
        hint={say('senders.id.hint')}
        maxLength={41}
        autoComplete="off"
        value={typed.id}
        onChange={(id) => put({ id })}
      />
      <OrganizationField
        label={say('senders.units')}
        hint={say('senders.units.hint')}
        value={organizationId}
        onChange={setOrganization}
        may={(one) => holds(ruleKeepers, one.path)}
      />
      <TextAreaField
        label={say('senders.key')}
        hint={say('senders.key.hint')}
        className="sender-key"
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={500}
        spellCheck={false}
        value={typed.publicKey}
        onChange={(publicKey) => put({ publicKey })}
      />
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
            if (file) put({ publicKey: (await file.text()).slice(0, 500) })
          }}
        />
      </div>
    </Dialog>
  )
}

/** Whose packages are taken in, with which key and for which units (M28). */
export function Component() {
  const say = useSay()
  const { modal } = App.useApp()
  const { holds } = useSession()
  const asked = useCall(listSenders, {})
  const revoke = useAct(revokeSender, { refreshes: [listSenders], said: say('senders.revoked') })
  const ask = (sender: Sender) =>
    void modal.confirm({
      title: say('senders.revoke.title', { name: sender.name }),
      content: say('senders.revoke.about'),
      okText: say('senders.revoke'),
      okButtonProps: { danger: true },
      cancelText: say('office.cancel'),
      onOk: () => revoke.mutate({ sender: sender.id }),
    })
  return (
    <ListScreen
      Title={PolicyTitle}
      about={say('senders.about')}
      add={holds(ruleKeepers) && say('senders.register')}
      asked={asked}
      rows={asked.data ?? []}
      rowKey={(sender) => sender.id}
      columns={() => columnsOf(say, ask)}
      empty={<Empty title={say('senders.empty')} next={say('senders.empty.next')} />}
      refused={revoke.error}
      dialog={(_, close) => <RegisterSender onClose={close} />}
    />
  )
}
