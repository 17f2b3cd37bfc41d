import { Checkbox } from 'antd'
import { useState } from 'react'
import {
  type OpenQuestion,
  type PlainTimeRule,
  type Settlement,
  settleQuestion,
} from '#catalogue/contract'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ElementControl } from '../matters/ElementControl.tsx'
import { MatterName } from '../parts/MatterName.tsx'
import { editionReads } from '../reads.ts'
import { RuleForm } from '../rule/RuleForm.tsx'
import { isComplete, lawfulRule } from '../rule/shape.ts'

type Part = 'timeLimit' | 'disclosingBody' | 'levels' | 'mode' | 'channels'
const parts: readonly Part[] = ['timeLimit', 'disclosingBody', 'levels', 'mode', 'channels']
const blank = { disclosingBody: '', levels: [], mode: 'proactive', channels: [] } as const

/** Says what a part of a table means, here or wherever the same words stand. */
export function Settle(props: { question: OpenQuestion; onClose: () => void }) {
  const say = useSay()
  const { question } = props
  const part = parts.find((one) => one === question.part) ?? 'disclosingBody'
  const [rule, setRule] = useState<PlainTimeRule>(lawfulRule)
  const [value, setValue] = useState<unknown>(
    part === 'disclosingBody' ? question.asWritten : part === 'timeLimit' ? '' : blank[part],
  )
  const [everywhere, setEverywhere] = useState(true)
  const act = useAct(settleQuestion, {
    refreshes: editionReads,
    said: ({ settledCount }) => say('office.catalogue.settled', { count: settledCount }),
    done: props.onClose,
  })
  const isReady =
    part === 'timeLimit' ? isComplete(rule) : Array.isArray(value) ? value.length > 0 : value !== ''
  const settlement = (part === 'timeLimit' ? { timeRule: rule } : { [part]: value }) as Settlement
  return (
    <Dialog
      title={say(`office.catalogue.settle.${part}`)}
      ok={say('office.catalogue.settle')}
      act={act}
      width={640}
      isReady={isReady}
      onOk={() => act.mutate({ questionId: question.id, settlement, everywhere })}
      onClose={props.onClose}
    >
      <p>
        <MatterName matter={question} />
      </p>
      <blockquote className="as-written">
        {question.asWritten || say('office.catalogue.question.blank')}
      </blockquote>
      {part === 'timeLimit' ? (
        <RuleForm value={rule} onChange={setRule} />
      ) : (
        <Field
          label={say(`office.catalogue.element.${part}`)}
          hint={part === 'disclosingBody' && say('office.catalogue.settle.disclosingBody.hint')}
        >
          {(ids) => (
            <ElementControl
              element={part}
              ids={ids}
              value={value}
              onChange={(one) => setValue(one)}
            />
          )}
        </Field>
      )}
      <Checkbox checked={everywhere} onChange={({ target }) => setEverywhere(target.checked)}>
        {say('office.catalogue.settle.everywhere')}
      </Checkbox>
    </Dialog>
  )
}
