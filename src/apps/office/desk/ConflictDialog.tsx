import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { EditionFields } from '#documents/contract'
import { minuteAt } from '#platform/civil-date'
import { copyText } from '../copy-text.ts'
import { useSay } from '../words.tsx'
import type { Conflict } from './keep-draft.ts'
import { plainText } from './plain-text.ts'

const shown = (name: keyof EditionFields, value: unknown): string => {
  if (name === 'html') return plainText(String(value ?? ''))
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'object' ? Object.values(one).filter(Boolean).join(' ') : one))
      .join('；')
  return value === null || value === undefined || value === '' ? '—' : String(value)
}

/** Both changed the same: theirs and mine side by side, and a person says which stays. */
export function ConflictDialog(props: {
  conflict: Conflict
  mine: EditionFields
  onSettle: (choice: Partial<Record<keyof EditionFields, 'mine' | 'theirs'>>) => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const { conflict, mine } = props
  const [choice, setChoice] = useState<Partial<Record<keyof EditionFields, 'mine' | 'theirs'>>>({})
  const copyMine = async () => {
    const text = conflict.fields.map((name) => shown(name, mine[name])).join('\n\n')
    await copyText(text)
    void message.success(say('desk.conflict.copied'))
  }
  const at = minuteAt(new Date(conflict.at))
  return (
    <Modal
      open
      width={920}
      closable={false}
      title={say('desk.conflict.title')}
      footer={
        <>
          <Button onClick={() => void copyMine()}>{say('desk.conflict.copy')}</Button>
          <Button type="primary" onClick={() => props.onSettle(choice)}>
            {say('desk.conflict.settle')}
          </Button>
        </>
      }
    >
      <p>
        {conflict.by === null
          ? say('desk.conflict.earlier', { at })
          : say('desk.conflict.about', { by: conflict.by, at })}
      </p>
      {conflict.fields.map((name) => (
        <section key={name} className="conflict">
          <h3>{say(`field.${name}`)}</h3>
          <Radio.Group
            aria-label={say(`field.${name}`)}
            value={choice[name] ?? 'mine'}
            onChange={({ target }) => setChoice({ ...choice, [name]: target.value })}
          >
            {(['mine', 'theirs'] as const).map((whose) => (
              <Radio key={whose} value={whose}>
                <b>
                  {whose === 'mine'
                    ? say('desk.conflict.mine')
                    : conflict.by === null
                      ? say('desk.conflict.server')
                      : say('desk.conflict.theirs', { by: conflict.by })}
                </b>
                <span className="conflict-text">
                  {shown(name, whose === 'mine' ? mine[name] : conflict.theirs[name])}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        </section>
      ))}
    </Modal>
  )
}
