import { Alert } from 'antd'
import { Link } from 'react-router'
import type { matterByCode } from '#catalogue/contract'
import type { AnswerOf } from '../../call.ts'
import { DateText } from '../../parts/DateText.tsx'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ChangeList } from '../parts/ChangeList.tsx'
import { Provenance } from '../parts/Provenance.tsx'
import { ruleSentence } from '../rule/sentence.ts'

/** About a matter: how its limit was understood, how it deviates and why, what is still open. */
export function MatterAside(props: { found: AnswerOf<typeof matterByCode> }) {
  const say = useSay()
  const { edition } = useEdition()
  const { matter, deviation, questions, origin } = props.found
  return (
    <div className="matter-aside">
      <p className="facts">
        <Provenance of={matter.provenance} />
        <span>
          {say('office.catalogue.understoodAs')} <b>{ruleSentence(say, matter.timeRule)}</b>
          {matter.timeRule.confidence === 'low' && ` ${say('office.catalogue.assumed')}`}
        </span>
        {edition.baseId !== null && (
          <span>
            {origin ? (
              <>
                {say('office.catalogue.takenFrom')}{' '}
                <Link to={`/catalogue/editions/${origin.editionId}/matters/${matter.code}`}>
                  {origin.title}
                </Link>
              </>
            ) : (
              say('office.catalogue.addedHere')
            )}
          </span>
        )}
      </p>
      {questions.length > 0 && (
        <Alert
          type="warning"
          title={say('office.catalogue.matter.questions', { count: questions.length })}
          description={
            <ul>
              {questions.map((one) => (
                <li key={one.id}>
                  {say(`office.catalogue.part.${one.part}`)}: {one.asWritten || '—'}
                </li>
              ))}
            </ul>
          }
          action={
            <Link to={`/catalogue/editions/${edition.id}/questions`}>
              {say('office.catalogue.questions.go')}
            </Link>
          }
        />
      )}
      {deviation && (
        <details className="deviation" open>
          <summary>
            {say(`office.catalogue.deviation.${deviation.kind}`)}{' '}
            <small className="quiet">
              {deviation.staffName} <DateText of={deviation.at} />
            </small>
          </summary>
          <p>
            {say('office.catalogue.reason')}: {deviation.reason || '—'}
          </p>
          <ChangeList changes={deviation.changes} />
        </details>
      )}
    </div>
  )
}
