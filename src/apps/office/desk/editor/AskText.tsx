import { useState } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'

// It is put into the text here; the server has no say in it.
const idle = { error: null, isPending: false }

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
  return (
    <Dialog
      title={props.title}
      ok={say('office.confirm')}
      act={idle}
      onOk={() => props.onAnswer(text.trim())}
      onClose={props.onCancel}
    >
      <TextField label={props.title} hint={props.hint} autoFocus value={text} onChange={setText} />
    </Dialog>
  )
}
