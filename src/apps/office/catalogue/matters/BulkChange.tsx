import { Checkbox } from 'antd'
import { useState } from 'react'
import { changeMatters, type Matter, type MatterElement } from '#catalogue/contract'
import { Dialog } from '../../parts/Dialog.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'
import { ElementControl } from './ElementControl.tsx'
import { noElements, sharedElements, tidied } from './elements.ts'

// More names than one looks over; the number stands beside them.
const namesShown = 12

/** Sets the same elements of many matters, having said which. */
export function BulkChange(props: {
  matters: readonly Matter[]
  onClose: () => void
  onDone: () => void
}) {
  const say = useSay()
  const { edition, reasonNeeded } = useEdition()
  const [values, setValues] = useState(noElements)
  const [set, setSet] = useState<readonly MatterElement[]>([])
  const [reason, setReason] = useState('')
  const act = useAct(changeMatters, {
    refreshes: editionReads,
    said: ({ changedCount }) => say('office.catalogue.bulk.done', { count: changedCount }),
    done: props.onDone,
  })
  const count = props.matters.length
  const tidy = tidied(values)
  return (
    <Dialog
      width={760}
      title={say('office.catalogue.bulk.title', { count })}
      ok={say('office.catalogue.bulk.do', { count, elements: set.length })}
      act={act}
      isReady={set.length > 0 && (!reasonNeeded || reason.trim() !== '')}
      onOk={() =>
        act.mutate({
          editionId: edition.id,
          codes: props.matters.map((one) => one.code),
          changes: Object.fromEntries(set.map((name) => [name, tidy[name]])),
          reason,
        })
      }
      onClose={props.onClose}
    >
      <p className="quiet bulk-names">
        {props.matters
          .slice(0, namesShown)
          .map((one) => matterName(one))
          .join(' · ')}
        {count > namesShown &&
          ` · ${say('office.catalogue.andMore', { count: count - namesShown })}`}
      </p>
      <div className="bulk-elements">
        {sharedElements.map((name) => (
          <div key={name}>
            <Checkbox
              checked={set.includes(name)}
              onChange={({ target }) =>
                setSet(target.checked ? [...set, name] : set.filter((one) => one !== name))
              }
            >
              {say(`office.catalogue.element.${name}`)}
            </Checkbox>
            {set.includes(name) && (
              <ElementControl
                element={name}
                ids={{ id: `bulk-${name}` }}
                value={values[name]}
                onChange={(one) => setValues({ ...values, [name]: one })}
              />
            )}
          </div>
        ))}
      </div>
      <ReasonField value={reason} onChange={setReason} needed={reasonNeeded} />
    </Dialog>
  )
}
