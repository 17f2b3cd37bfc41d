import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  type DocketLine,
  decideDocket,
  docketFaults,
  docketOutcomes,
  listDockets,
} from '#requests/contract'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
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
    <form
      className="stack-fields"
      onSubmit={(event) => {
        event.preventDefault()
        const { id, version } = props.of
        act.mutate({ id, version, outcome, decidedOn, wrong, lesson })
      }}
    >
      <h3>{say('learning.docket.decide')}</h3>
      <RefusalNote error={act.error} />
      <Radio.Group
        aria-label={say('learning.docket.outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
        options={docketOutcomes.map((value) => ({
          value,
          label: say(`learning.docket.outcome.${value}`),
        }))}
      />
      <Field label={say('learning.docket.decidedOn')}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={decidedOn}
            onChange={({ target }) => setDecidedOn(target.value)}
          />
        )}
      </Field>
      {outcome !== 'upheld' && (
        <Checkbox.Group
          aria-label={say('learning.docket.wrong')}
          value={wrong}
          onChange={(value) => setWrong(value as Fault[])}
          options={docketFaults.map((value) => ({ value, label: say(`learning.fault.${value}`) }))}
        />
      )}
      <Field label={say('learning.docket.lesson')} optional={outcome !== 'corrected'}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            maxLength={2000}
            value={lesson}
            onChange={({ target }) => setLesson(target.value)}
          />
        )}
      </Field>
      <div>
        <Button htmlType="submit" loading={act.isPending}>
          {say('learning.docket.enter')}
        </Button>
      </div>
    </form>
  )
}
