import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import {
  abandonDraft,
  cancelSchedule,
  type DeskAction,
  desk,
  documentList,
  importWord,
  listAttachments,
  publishEdition,
  restoreEdition,
  startCorrection,
  submitEdition,
  takeBackEdition,
  today,
} from '#documents/contract'
import type { Endpoint } from '#platform/endpoint'
import { call, RefusalError, upload } from '../../call.ts'
import { refresh } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'
import type { Writing } from '../writing.ts'
import { type DialogName, dialogs } from './dialogs.tsx'

/** What is done at once after a question, with the endpoint that does it. */
const direct = {
  submit: submitEdition,
  takeBack: takeBackEdition,
  publish: publishEdition,
  cancelSchedule,
  startCorrection,
  restore: restoreEdition,
  abandon: abandonDraft,
} as const
type Direct = keyof typeof direct

/** The one thing that is to be done next, by what I may do; the rest stands beside or behind it. */
const foremost: readonly DeskAction[] = [
  'submit',
  'approve',
  'publish',
  'startCorrection',
  'restore',
]
const beside: readonly DeskAction[] = ['schedule', 'cancelSchedule', 'takeBack', 'changeAttribute']
const behind: readonly DeskAction[] = [
  'preview',
  'limitReaders',
  'setTakeDown',
  'withdraw',
  'abandon',
]
const grave = new Set<DeskAction>(['withdraw', 'abandon'])
// After these the document that was on the desk has another edition to show.
const opensAnother = new Set<Direct>(['startCorrection', 'restore', 'abandon'])

const isDirect = (action: DeskAction): action is Direct => action in direct

/**
 * The buttons of the desk. Return stands alone at the left end, approve at the right: the two must
 * never be reached by the same slip of the hand.
 */
export function Actions(props: {
  data: Desk
  writing: Writing
  ready: () => Promise<number>
  reread: () => void
  onRefusal: (refusal: unknown) => void
}) {
  const say = useSay()
  const { modal, message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<DialogName | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { data } = props
  const { document, edition } = data
  const may = (action: DeskAction) => data.may.includes(action)

  const settled = async (words: string) => {
    setOpen(null)
    props.onRefusal(null)
    void message.success(words)
    props.reread()
    await refresh(client, [today, documentList, listAttachments])
  }

  const run = async (action: Direct) => {
    setBusy(true)
    try {
      const version = await props.ready()
      const id = action === 'startCorrection' ? document.id : edition.id
      const answer = await call(direct[action] as Endpoint, { id, version })
      await settled(say(`desk.done.${action}`))
      if (opensAnother.has(action)) {
        const { documentId } = answer as { documentId: number }
        const isGone = action === 'abandon' && document.liveEditionId === null
        await client.invalidateQueries({ queryKey: [desk.path] })
        await navigate(isGone ? '/documents' : `/documents/${documentId}`, { replace: true })
      }
    } catch (error) {
      props.onRefusal(error)
    } finally {
      setBusy(false)
    }
  }

  const start = (action: DeskAction) => {
    if (!isDirect(action)) return setOpen(action as DialogName)
    modal.confirm({
      title: say(`desk.action.${action}`),
      content: say(`desk.ask.${action}`),
      okText: say(`desk.action.${action}`),
      okButtonProps: { danger: grave.has(action) },
      cancelText: say('office.cancel'),
      icon: null,
      onOk: () => run(action),
    })
  }

  const readWord = async (file: File) => {
    setBusy(true)
    try {
      const version = await props.ready()
      const { warnings } = await upload(importWord, { id: edition.id, version }, file)
      await settled(say('desk.done.word'))
      if (warnings.length > 0)
        await navigate(`/documents/${document.id}`, { replace: true, state: { warnings } })
    } catch (error) {
      props.onRefusal(error instanceof RefusalError ? error : null)
    } finally {
      setBusy(false)
    }
  }

  const [first] = foremost.filter(may)
  const others = [...foremost.filter((one) => may(one) && one !== first), ...beside.filter(may)]
  const more = [
    ...(document.liveEditionId !== null
      ? [{ key: 'site', label: <a href={document.address}>{say('desk.action.site')}</a> }]
      : []),
    ...(may('save') ? [{ key: 'word', label: say('desk.action.word') }] : []),
    ...behind
      .filter(may)
      .map((key) => ({ key, label: say(`desk.action.${key}`), danger: grave.has(key) })),
  ]
  const Dialog = open && dialogs[open]
  return (
    <div className="desk-actions">
      {may('return') && (
        <Button className="return" danger onClick={() => start('return')}>
          {say('desk.action.return')}
        </Button>
      )}
      <span className="desk-actions-gap" />
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more,
            onClick: ({ key }) => {
              if (key === 'word') chooser.current?.click()
              else if (key !== 'site') start(key as DeskAction)
            },
          }}
        >
          <Button>
            {say('desk.action.more')} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {others.map((action) => (
        <Button key={action} onClick={() => start(action)}>
          {say(`desk.action.${action}`)}
        </Button>
      ))}
      {first && (
        <Button type="primary" loading={isBusy} onClick={() => start(first)}>
          {say(`desk.action.${first}`)}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".docx"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void readWord(file)
        }}
      />
      {Dialog && (
        <Dialog
          data={data}
          writing={props.writing}
          ready={props.ready}
          onDone={(words) => void settled(words)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
