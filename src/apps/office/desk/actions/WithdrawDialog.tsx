import { useState } from 'react'
import { documentList, withdrawDocument } from '#documents/contract'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'

/** Takes a live document off the site; the public is told why, and what stands in its place. */
export function WithdrawDialog(props: DialogProps) {
  const say = useSay()
  const { document } = props.data
  const [note, setNote] = useState('')
  const [replacedById, setReplacedBy] = useState<number | null>(null)
  const [words, setWords] = useState('')
  const { data } = useCall(
    documentList,
    { state: 'published', ...(words && { q: words }), limit: 20 },
    { keepPrevious: true },
  )
  const live = (data?.items ?? []).filter((line) => line.documentId !== document.id)
  return (
    <ActDialog
      name="withdraw"
      endpoint={withdrawDocument}
      danger
      isReady={note.trim().length >= 2}
      onDone={props.onDone}
      onClose={props.onClose}
      input={() => ({ id: document.id, note: note.trim(), replacedById })}
    >
      <TextAreaField
        label={say('desk.withdraw.note')}
        hint={say('desk.withdraw.hint')}
        autoFocus
        autoSize={{ minRows: 3 }}
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
      <SelectField
        label={say('desk.withdraw.replacedBy')}
        optional
        allowClear
        className="whole"
        showSearch={{ filterOption: false, onSearch: setWords }}
        value={replacedById}
        onChange={(id: number | undefined) => setReplacedBy(id ?? null)}
        options={live.map((line) => ({ value: line.documentId, label: line.title }))}
      />
    </ActDialog>
  )
}
