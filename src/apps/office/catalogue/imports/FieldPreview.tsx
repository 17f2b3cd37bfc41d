import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { importPreview } from '#catalogue/contract'
import type { AnswerOf } from '../../call.ts'
import { useSay } from '../../words.tsx'
import { ChangeList } from '../parts/ChangeList.tsx'
import { MatterName } from '../parts/MatterName.tsx'
import { NameList } from '../parts/NameList.tsx'

type Field = AnswerOf<typeof importPreview>['fields'][number]

// A field with more changes than this is looked over by sampling first.
const changesShown = 20
// What is about to change must be looked over, so a few changes stand open.
const openedAt = 10

/** One field of a table: taken in or left, and what it adds, changes and does not mention. */
export function FieldPreview(props: {
  field: Field
  /** What the other side no longer has, when two editions are compared. */
  removed?: Field['added']
  isChosen: boolean
  onChoose: ((isChosen: boolean) => void) | null
}) {
  const say = useSay()
  const { field, isChosen, onChoose } = props
  const removed = props.removed ?? []
  const count = (
    name: 'added' | 'changed' | 'removed' | 'unchanged' | 'notMentioned',
    value: number,
  ) =>
    value > 0 && (
      <span className={`count ${name}`}>
        {say(`office.catalogue.import.${name}`, { count: value })}
      </span>
    )
  return (
    <div className={isChosen ? 'field-preview' : 'field-preview left'}>
      <div className="field-preview-head">
        {onChoose ? (
          <Checkbox checked={isChosen} onChange={({ target }) => onChoose(target.checked)}>
            <b>{field.fieldName}</b>
          </Checkbox>
        ) : (
          <b>{field.fieldName}</b>
        )}
        <span className="counts">
          {count('added', field.added.length)}
          {count('changed', field.changed.length)}
          {count('removed', removed.length)}
          {count('unchanged', field.unchangedCount)}
          {count('notMentioned', field.notMentioned.length)}
        </span>
      </div>
      {field.added.length > 0 && (
        <Part
          title={say('office.catalogue.import.added', { count: field.added.length })}
          open={field.added.length <= openedAt}
        >
          <NameList names={field.added} />
        </Part>
      )}
      {field.changed.length > 0 && (
        <Part
          title={say('office.catalogue.import.changed', { count: field.changed.length })}
          open={field.changed.length <= openedAt}
        >
          <Changed changed={field.changed} />
        </Part>
      )}
      {removed.length > 0 && (
        <Part title={say('office.catalogue.import.removed', { count: removed.length })}>
          <NameList names={removed} />
        </Part>
      )}
      {field.notMentioned.length > 0 && (
        <Part
          title={say('office.catalogue.import.notMentioned', { count: field.notMentioned.length })}
        >
          <NameList names={field.notMentioned} />
        </Part>
      )}
    </div>
  )
}

function Part(props: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={props.open}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}

/** Changed matters, each with its elements before and after. */
export function Changed(props: { changed: Field['changed'] }) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? props.changed : props.changed.slice(0, changesShown)
  return (
    <>
      <ul className="changed-list">
        {shown.map((one) => (
          <li key={one.code}>
            <MatterName matter={one} />
            <ChangeList changes={one.changes} />
          </li>
        ))}
      </ul>
      {shown.length < props.changed.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say('office.catalogue.showAll', { count: props.changed.length })}
        </button>
      )}
    </>
  )
}
