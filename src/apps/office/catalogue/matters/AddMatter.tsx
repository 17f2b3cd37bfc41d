import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { addMatter } from '#catalogue/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'
import { noElements, tidied } from './elements.ts'
import { MatterForm } from './MatterForm.tsx'

/** A matter that the catalogue did not have. */
export function AddMatter(props: {
  fieldCode: string | undefined
  onClose: () => void
  onDone: (code: string) => void
}) {
  const say = useSay()
  const { edition, reasonNeeded } = useEdition()
  const { options } = useFields()
  const [fieldCode, setFieldCode] = useState(props.fieldCode)
  const [elements, setElements] = useState(noElements)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const act = useAct(addMatter, {
    refreshes: editionReads,
    done: (matter) => props.onDone(matter.code),
  })
  const missing = {
    field: !fieldCode,
    level1: elements.level1.trim() === '',
    reason: reasonNeeded && reason.trim() === '',
  }
  const needed = (isMissing: boolean) => isTried && isMissing && say('office.catalogue.needed')
  const level1Problem = needed(missing.level1)
  const add = () => {
    setTried(true)
    if (!fieldCode || missing.level1 || missing.reason) return
    act.mutate({ editionId: edition.id, fieldCode, elements: tidied(elements), reason })
  }
  return (
    <Drawer
      open
      size={720}
      title={say('office.catalogue.matter.add')}
      onClose={props.onClose}
      footer={
        <div className="actions">
          <Button type="primary" loading={act.isPending} onClick={add}>
            {say('office.catalogue.matter.add')}
          </Button>
          <Button onClick={props.onClose}>{say('office.cancel')}</Button>
        </div>
      }
    >
      <RefusalNote error={act.error} />
      <div className="stack">
        <SelectField
          label={say('office.catalogue.field')}
          problem={needed(missing.field)}
          value={fieldCode}
          onChange={setFieldCode}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('office.catalogue.field.choose')}
        />
        <MatterForm
          value={elements}
          onChange={setElements}
          {...(level1Problem && { problems: { level1: level1Problem } })}
        />
        <ReasonField
          value={reason}
          onChange={setReason}
          needed={reasonNeeded}
          problem={needed(missing.reason)}
        />
      </div>
    </Drawer>
  )
}
