import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words.tsx'

/** Asks for one line: an address, the words of a picture. */
export function AskText(props: {
  title: string
  hint: string
  value: string
  onAnswer: (text: string) => void
  onCancel: () => void
}) {
  const say = useSay()
  const [text, setText] = useState(props.value)
  const answer = () => props.onAnswer(text.trim())
  return (
    <Modal
      open
      title={props.title}
      okText={say('office.confirm')}
      cancelText={say('office.cancel')}
      onOk={answer}
      onCancel={props.onCancel}
    >
      <Field label={props.title} hint={props.hint}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={answer}
          />
        )}
      </Field>
    </Modal>
  )
}
