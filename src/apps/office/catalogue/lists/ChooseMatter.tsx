import { Modal } from 'antd'
import { useState } from 'react'
import { matters } from '#catalogue/contract'
import { matterName } from '../../parts/MatterSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SearchWords } from '../../parts/SearchWords.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useFields } from '../fields.ts'
import type { Target } from './Answerable.tsx'

const matches = 20

/** Finds one matter of an edition by words of its name. */
export function ChooseMatter(props: {
  editionId: number
  title: string
  first?: string
  onChoose: (matter: Target) => void
  onClose: () => void
}) {
  const say = useSay()
  const { nameOf } = useFields()
  const [text, setText] = useState(props.first ?? '')
  const { data, error } = useCall(
    matters,
    text ? { editionId: props.editionId, text, limit: matches } : null,
    { keepPrevious: true },
  )
  return (
    <Modal open title={props.title} footer={null} onCancel={props.onClose}>
      <div className="stack">
        <SearchWords
          label={say('office.catalogue.matters.search')}
          value={text}
          onChange={setText}
        />
        <RefusalNote error={error} />
        {text && data?.matters.length === 0 && (
          <p className="quiet">{say('office.catalogue.matters.nothing')}</p>
        )}
        <ul className="plain-list">
          {text &&
            data?.matters.map((one) => (
              <li key={one.code}>
                <button
                  type="button"
                  className="link"
                  onClick={() => props.onChoose({ code: one.code, name: matterName(one) })}
                >
                  {matterName(one)}
                </button>{' '}
                <small className="quiet">{nameOf(one.fieldCode)}</small>
              </li>
            ))}
        </ul>
      </div>
    </Modal>
  )
}
