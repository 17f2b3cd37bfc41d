import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { AuditEntry } from '#audit/contract'
import { minuteAt } from '#platform/civil-date'
import { useAddress } from '../../address.ts'
import { useSpeaking } from '../../words.tsx'
import { useKinds } from './kinds.ts'
import { Subject } from './Subject.tsx'

// Said by the lines above already.
const said = new Set(['subject', 'organizationId', 'changes'])

/** One entry in full: everything the log holds of it, its hash included. */
export function EntryDialog(props: { entry: AuditEntry; onClose: () => void }) {
  const { say, knows } = useSpeaking()
  const address = useAddress()
  const { nameOf } = useKinds()
  const { entry, onClose } = props
  const at = new Date(entry.at)
  const changes = entry.payload.changes
  const fieldName = (key: string): string =>
    [`office.unit.log.field.${key}`, `organizations.field.${key}`]
      .filter(knows)
      .map((words) => say(words))[0] ?? key
  const rest = Object.entries(entry.payload).filter(([key]) => !said.has(key))
  return (
    <Modal
      open
      width={680}
      title={nameOf(entry.kind)}
      onCancel={onClose}
      footer={
        <Button
          onClick={() => {
            onClose()
            address.set({ subject: entry.subject, who: null, kind: null, from: null, to: null })
          }}
        >
          {say('office.unit.log.sameSubject')}
        </Button>
      }
    >
      <dl className="entry narrow">
        <Line name={say('office.unit.log.at')}>
          {minuteAt(at)}:{String(at.getUTCSeconds()).padStart(2, '0')}
        </Line>
        <Line name={say('office.unit.log.who')}>
          {entry.actorName || say('office.unit.log.system')}
        </Line>
        <Line name={say('office.unit.log.subject')}>
          <Subject of={entry.subject} />
        </Line>
        {isChanges(changes) &&
          Object.entries(changes).map(([key, change]) => (
            <Line key={key} name={fieldName(key)}>
              <del>{shown(change.from)}</del> → <ins>{shown(change.to)}</ins>
            </Line>
          ))}
        {(isChanges(changes) || changes === undefined ? rest : [...rest, ['changes', changes]]).map(
          ([key, value]) => (
            <Line key={String(key)} name={fieldName(String(key))}>
              {shown(value)}
            </Line>
          ),
        )}
        <Line name={say('office.unit.log.number')}>{entry.id}</Line>
        <Line name={say('office.unit.log.hash')}>
          <code className="hash">{entry.hash}</code>
        </Line>
      </dl>
    </Modal>
  )
}

type Changes = Readonly<Record<string, { from: unknown; to: unknown }>>

const isChanges = (value: unknown): value is Changes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((one) => typeof one === 'object' && one !== null && 'to' in one)

const shown = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(shown).join(' \u00b7 ') || '\u2014'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function Line(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
