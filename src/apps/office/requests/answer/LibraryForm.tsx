import { Checkbox } from 'antd'
import { useState } from 'react'
import { answerPage, libraryDocument, supplyFromLibrary } from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { sizeText } from '../../parts/size-text.ts'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { DocumentField } from '../DocumentField.tsx'

const text = 'text'

/** Picks a document of the library: its text and its files, all of them chosen to begin with. */
export function LibraryForm(props: { id: number; onDone: () => void }) {
  const say = useSay()
  const { id, onDone } = props
  const [document, setDocument] = useState<{ id: number; title: string } | null>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const pieces = useCall(libraryDocument, document && { id, documentId: document.id })
  const act = useAct(supplyFromLibrary, { refreshes: [answerPage], done: onDone })
  const files = (document && pieces.data?.files) || []
  const all = [text, ...files.map((file) => String(file.id))]
  const chosen = all.filter((one) => !left.includes(one))
  const choose = (one: { id: number; title: string } | null) => {
    setDocument(one)
    setLeft([])
    act.reset()
  }
  return (
    <ActForm
      act={act}
      ok={say('office.supply.library.take')}
      disabled={!document || !pieces.data || chosen.length === 0}
      onSubmit={() =>
        document &&
        act.mutate({
          id,
          documentId: document.id,
          text: chosen.includes(text),
          attachmentIds: chosen.filter((one) => one !== text).map(Number),
        })
      }
      onCancel={onDone}
    >
      <DocumentField
        label={say('office.supply.library.document')}
        find={say('office.supply.library.find')}
        value={document}
        onChange={choose}
      />
      {document && <RefusalNote error={pieces.error} />}
      {document && pieces.data && (
        <Checkbox.Group
          aria-label={say('office.supply.library.what')}
          className="supply-pieces"
          value={chosen}
          onChange={(now) => setLeft(all.filter((one) => !now.includes(one)))}
          options={[
            { value: text, label: say('office.supply.library.text') },
            ...files.map(({ id: fileId, name, size }) => ({
              value: String(fileId),
              label: `${name}（${sizeText(size)}）`,
            })),
          ]}
        />
      )}
    </ActForm>
  )
}
