import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  type DocketLine,
  decideDocket,
  docketFaults,
  docketOutcomes,
  listDockets,
} from '#requests/contract'
import { ActForm } from '../../parts/ActForm.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

type Outcome = (typeof docketOutcomes)[number]
type Fault = (typeof docketFaults)[number]

/** How a docket ended: what was wrong, and the lesson. */
export function DecideForm(props: { of: DocketLine; onDone: () => void }) {
  const say = useSay()
  const [outcome, setOutcome] = useState<Outcome>('upheld')
  const [decidedOn, setDecidedOn] = useState(dateAt(new Date()))
  const [wrong, setWrong] = useState<Fault[]>([])
  const [lesson, setLesson] = useState('')
  const act = useAct(decideDocket, { refreshes: [listDockets], done: props.onDone })
  return (
    <ActForm
      act={act}
      ok={say('learning.docket.enter')}
      plain
      onSubmit={() => {
        const { id, version } = props.of
        act.mutate({ id, version, outcome, decidedOn, wrong, lesson })
      }}
    >
      <h3>{say('learning.docket.decide')}</h3>
      <Radio.Group
        aria-label={say('learning.docket.outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
        options={docketOutcomes.map((value) => ({
          value,
          label: say(`learning.docket.outcome.${value}`),
        }))}
      />
      <DayField
        label={say('learning.docket.decidedOn')}
        value={decidedOn}
        onChange={setDecidedOn}
      />
      {outcome !== 'upheld' && (
        <Checkbox.Group
          aria-label={say('learning.docket.wrong')}
          value={wrong}
          onChange={(value) => setWrong(value as Fault[])}
          options={docketFaults.map((value) => ({ value, label: say(`learning.fault.${value}`) }))}
        />
      )}
      <TextAreaField
        label={say('learning.docket.lesson')}
        optional={outcome !== 'corrected'}
        maxLength={2000}
        value={lesson}
        onChange={setLesson}
      />
    </ActForm>
  )
}
