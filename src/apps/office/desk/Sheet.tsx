import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'
import { Attachments } from './Attachments.tsx'
import type { Desk } from './use-draft.ts'
import { problemOf, type Writing } from './writing.ts'
import './document.css'

/** The title, set as it will stand on the page. */
export function TitleField(props: { writing: Writing }) {
  const say = useSay()
  const { fields, change } = props.writing
  const problem = problemOf(say, props.writing, 'title')
  return (
    <div data-field="title">
      <Input.TextArea
        className="document-title"
        variant="borderless"
        autoSize
        maxLength={300}
        aria-label={say('field.title')}
        aria-invalid={Boolean(problem)}
        placeholder={say('desk.title.placeholder')}
        value={fields.title}
        onChange={(event) => change({ title: event.target.value.replace(/\n/g, '') })}
        onPressEnter={(event) => {
          event.preventDefault()
          document.getElementById('text')?.focus()
        }}
      />
    </div>
  )
}

/** The page as it will look: title, what stands beneath it, text, files. */
export function Sheet(props: {
  data: Desk
  writing: Writing
  title: ReactNode
  children: ReactNode
}) {
  const say = useSay()
  const { fields, isOpen } = props.writing
  const mark = fields.attribute === 'notDisclosed' ? null : say(`desk.mark.${fields.attribute}`)
  return (
    <div className="sheet">
      {props.title}
      <p className="byline quiet">
        <span>{fields.issuingOrgan}</span>
        {fields.documentNumber && <span>{fields.documentNumber}</span>}
        {fields.writtenOn && <span>{fields.writtenOn}</span>}
      </p>
      {props.children}
      {mark && <p className="attribute">{mark}</p>}
      <Attachments
        editionId={props.data.edition.id}
        isOpen={isOpen}
        isWorking={props.data.document.workingEditionId === props.data.edition.id}
      />
    </div>
  )
}
