import { Button } from 'antd'
import { useState } from 'react'
import { answerPage, type LetterShape, requestCase, stepLetter } from '#requests/contract'
import type { AnswerOf } from '../../call.ts'
import { DateText } from '../../parts/DateText.tsx'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { LetterForm } from './LetterForm.tsx'
import { ServiceForm } from './ServiceForm.tsx'
import { ServicePart } from './ServicePart.tsx'

type Page = AnswerOf<typeof answerPage>

function Letter(props: { id: number; page: Page; letter: LetterShape }) {
  const say = useSay()
  const { letter } = props
  const [open, setOpen] = useState<'write' | 'serve' | 'look' | 'return' | null>(null)
  const step = useAct(stepLetter, {
    refreshes: [answerPage, requestCase],
    done: () => setOpen(null),
  })
  const file = `/api/requests/letters/${letter.id}/file`
  const title = letter.kind.startsWith('reply:')
    ? `${say('office.answer.reply')}：${say(`requests.result.${letter.kind.slice(6)}`)}`
    : (props.page.kinds.find(({ kind }) => kind === letter.kind)?.title ?? letter.kind)
  const go = (which: 'sendUp' | 'review' | 'sign' | 'issue' | 'drop' | 'return', reason = '') =>
    step.mutate({ letterId: letter.id, version: letter.version, step: which, reason })
  return (
    <li className="letter">
      <p>
        <strong>{title}</strong> {letter.number}{' '}
        <span className="mark">
          {say(
            letter.state === 'review' && letter.reviewed
              ? 'office.answer.state.reviewed'
              : `office.answer.state.${letter.state}`,
          )}
        </span>{' '}
        {letter.issuedOn && <DateText of={letter.issuedOn} />}
      </p>
      {letter.returnedReason && <p className="problem">{letter.returnedReason}</p>}
      <ServicePart letter={letter} mayHandle={props.page.mayHandle} />
      {open !== 'return' && <RefusalNote error={step.error} />}
      <div className="part-actions">
        {letter.mayOpen && (
          <Button onClick={() => setOpen(open === 'look' ? null : 'look')}>
            {say('office.answer.look')}
          </Button>
        )}
        {letter.mayOpen && letter.state === 'issued' && (
          <a href={`${file}?form=docx`} download>
            Word
          </a>
        )}
        {letter.may.includes('write') && (
          <Button onClick={() => setOpen('write')}>{say('office.answer.write')}</Button>
        )}
        {(['sendUp', 'review', 'sign', 'issue'] as const)
          .filter((one) => letter.may.includes(one))
          .map((one) => (
            <Button key={one} type="primary" loading={step.isPending} onClick={() => go(one)}>
              {say(`office.answer.step.${one}`)}
            </Button>
          ))}
        {letter.may.includes('serve') && (
          <Button type="primary" onClick={() => setOpen('serve')}>
            {say('office.answer.serve')}
          </Button>
        )}
        {letter.may.includes('return') && (
          <Button onClick={() => setOpen('return')}>{say('office.answer.step.return')}</Button>
        )}
        {letter.may.includes('drop') && (
          <Button onClick={() => go('drop')}>{say('office.answer.step.drop')}</Button>
        )}
      </div>
      {open === 'look' && <iframe className="letter-view" title={title} src={`${file}?form=pdf`} />}
      {open === 'write' && (
        <LetterForm id={props.id} page={props.page} letter={letter} onDone={() => setOpen(null)} />
      )}
      {open === 'serve' && (
        <ServiceForm
          letterId={letter.id}
          delivery={props.page.delivery}
          enclosed={letter.kind.startsWith('reply:') ? props.page.enclosed : []}
          onDone={() => setOpen(null)}
        />
      )}
      {open === 'return' && (
        <ReasonDialog
          title={`${say('office.answer.step.return')}：${title}`}
          label={say('office.answer.returnReason')}
          ok={say('office.answer.step.return')}
          act={step}
          onReason={(reason) => go('return', reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  )
}

/** The letters of a case: written, judged, sent out, served. */
export function LettersPart({ id, page }: { id: number; page: Page }) {
  const say = useSay()
  const [isNew, setNew] = useState(false)
  return (
    <section className="block" aria-labelledby="answer-letters">
      <h2 id="answer-letters">{say('office.answer.letters')}</h2>
      {page.letters.length === 0 && <p className="quiet">{say('office.answer.noLetters')}</p>}
      <ol className="letters">
        {page.letters.map((letter) => (
          <Letter key={letter.id} id={id} page={page} letter={letter} />
        ))}
      </ol>
      {page.mayHandle &&
        (isNew ? (
          <LetterForm id={id} page={page} onDone={() => setNew(false)} />
        ) : (
          <Button onClick={() => setNew(true)}>{say('office.answer.newLetter')}</Button>
        ))}
    </section>
  )
}
