import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  answerPage,
  enterOpinion,
  nameParty,
  type PartyShape,
  requestCase,
  rule,
} from '#requests/contract'
import type { AnswerOf } from '../../call.ts'
import { Field } from '../../parts/Field.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { DayField } from '../../parts/TextField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

const roles = ['thirdParty', 'coMaker'] as const
const opinions = ['consents', 'objects', 'silent'] as const

function Party({ party }: { party: PartyShape }) {
  const say = useSay()
  const [opinion, setOpinion] = useState<(typeof opinions)[number]>('consents')
  const [on, setOn] = useState(dateAt(new Date()))
  const [words, setWords] = useState('')
  const [override, setOverride] = useState(false)
  const refreshes = [answerPage, requestCase]
  const hear = useAct(enterOpinion, { refreshes, done: () => setWords('') })
  const settle = useAct(rule, { refreshes })
  const text = (
    <TextAreaField
      label={say('office.answer.reasons')}
      autoSize
      value={words}
      onChange={setWords}
    />
  )
  const decide = (disclose: boolean) =>
    settle.mutate({ partyId: party.id, disclose, override: disclose && override, ruling: words })
  return (
    <li className="letter">
      <p>
        <strong>{party.name}</strong> · {say(`office.answer.role.${party.role}`)}{' '}
        {party.opinion && (
          <span className="mark">{say(`office.answer.opinion.${party.opinion}`)}</span>
        )}{' '}
        {party.disclose !== null &&
          say(party.disclose ? 'office.answer.disclosed' : 'office.answer.withheld')}
      </p>
      <p className="quiet">{say(`office.answer.silence.${party.role}`)}</p>
      {party.reasons && <blockquote>{party.reasons}</blockquote>}
      <RefusalNote error={hear.error ?? settle.error} />
      {party.askedOn && !party.opinion && (
        <div className="stack-fields">
          <div className="field-row">
            <Field label={say('office.answer.opinion')}>
              {(ids) => (
                <Select
                  {...ids}
                  value={opinion}
                  onChange={setOpinion}
                  options={opinions.map((value) => ({
                    value,
                    label: say(`office.answer.opinion.${value}`),
                  }))}
                />
              )}
            </Field>
            <DayField label={say('office.answer.on')} value={on} onChange={setOn} />
          </div>
          {opinion === 'objects' && text}
          <Button onClick={() => hear.mutate({ partyId: party.id, opinion, on, reasons: words })}>
            {say('office.answer.hear')}
          </Button>
        </div>
      )}
      {party.opinion && party.disclose === null && (
        <div className="stack-fields">
          {text}
          {party.opinion === 'objects' && (
            <Checkbox checked={override} onChange={({ target }) => setOverride(target.checked)}>
              {say('office.answer.override')}
            </Checkbox>
          )}
          <div className="part-actions">
            <Button onClick={() => decide(true)}>{say('office.answer.disclosed')}</Button>
            <Button onClick={() => decide(false)}>{say('office.answer.withheld')}</Button>
          </div>
        </div>
      )}
    </li>
  )
}

/** Third parties and co-makers: who is asked, what they said, what the office settled. */
export function PartiesPart({ id, page }: { id: number; page: AnswerOf<typeof answerPage> }) {
  const say = useSay()
  const [role, setRole] = useState<(typeof roles)[number]>('thirdParty')
  const [name, setName] = useState('')
  const add = useAct(nameParty, { refreshes: [answerPage], done: () => setName('') })
  if (page.parties.length === 0 && (page.answered || !page.mayHandle)) return null
  return (
    <section className="block" aria-labelledby="answer-parties">
      <h2 id="answer-parties">{say('office.answer.parties')}</h2>
      <ol className="letters">
        {page.parties.map((party) => (
          <Party key={party.id} party={party} />
        ))}
      </ol>
      <RefusalNote error={add.error} />
      {page.mayHandle && !page.answered && (
        <div className="part-actions">
          <Select
            aria-label={say('office.answer.role')}
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: say(`office.answer.role.${value}`) }))}
          />
          <Input
            aria-label={say('office.answer.partyName')}
            placeholder={say('office.answer.partyName')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Button disabled={name.trim() === ''} onClick={() => add.mutate({ id, role, name })}>
            {say('office.answer.addParty')}
          </Button>
        </div>
      )}
    </section>
  )
}
