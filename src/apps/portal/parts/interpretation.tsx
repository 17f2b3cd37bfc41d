import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { DocumentLink, ExplanationView, InterpretationLine } from '../views.ts'
import { Day, DocumentName } from './lines.tsx'

// Said as short particulars; what is long stands under them as text.
const short = ['heldOn', 'place', 'speakers', 'guest', 'expert', 'caseSource', 'minutes'] as const

/** What an interpretation says of itself: its form, who explains, and its words for ear and eye. */
export const Explanation = ({ explanation }: { explanation: ExplanationView | null }) => {
  const { say, contentLang } = useChrome()
  if (!explanation) return null
  const { form, author, authorPost, details } = explanation
  return (
    <section class="metadata" aria-label={say('portal.interpretation.about')}>
      <dl>
        <div>
          <dt>{say('field.interpretation.form')}</dt>
          <dd>{say(`interpretation.form.${form}`)}</dd>
        </div>
        {author && (
          <div>
            <dt>{say('field.interpretation.author')}</dt>
            <dd lang={contentLang}>{[authorPost, author].filter(Boolean).join(' ')}</dd>
          </div>
        )}
        {short.map(
          (name) =>
            details[name] && (
              <div key={name}>
                <dt>{say(`field.interpretation.${name}`)}</dt>
                <dd lang={contentLang}>{details[name]}</dd>
              </div>
            ),
        )}
        {details.mediaAddress && (
          <div>
            <dt>{say('field.interpretation.mediaAddress')}</dt>
            <dd>
              <a href={details.mediaAddress} rel="noopener">
                {details.mediaAddress}
              </a>
            </dd>
          </div>
        )}
      </dl>
      {(['altText', 'transcript'] as const).map(
        (name) =>
          details[name] && (
            <details key={name} open={name === 'altText'}>
              <summary>{say(`field.interpretation.${name}`)}</summary>
              <div lang={contentLang}>
                <Paragraphs text={details[name]} />
              </div>
            </details>
          ),
      )}
    </section>
  )
}

/** Plain text as it was typed, a paragraph to each line. */
export const Paragraphs = ({ text }: { text: string }) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
      <p key={at}>{line}</p>
    ))

/** Above an interpretation whose policy no longer stands as it was explained: said before anything else. */
export const ExplainsEnded = ({ explains }: { explains: readonly DocumentLink[] }) => {
  const { say } = useChrome()
  return explains
    .filter(({ validity }) => validity && validity !== 'inForce')
    .map((policy) => (
      <p key={policy.id} class={`banner ${policy.validity}`}>
        <strong>{say(`portal.validity.${policy.validity}`)}</strong>{' '}
        {say(`portal.interpretation.ended.${policy.validity}`)} <DocumentName link={policy} />
      </p>
    ))
}

/** Interpretations with their form and the policy that each explains. */
export const Interpretations = ({ items }: { items: readonly InterpretationLine[] }) => {
  const { say, to, contentLang } = useChrome()
  return (
    <ul class="lines">
      {items.map((line) => (
        <li key={line.id}>
          <span class="line-title" lang={contentLang}>
            <a href={to(addresses.document(line.id))}>
              <span class="category">[{say(`interpretation.form.${line.form}`)}] </span>
              {line.title}
            </a>
          </span>
          <span class="line-about">
            <span lang={contentLang}>{line.unit.name}</span>
            <Day on={line.publishedOn} />
          </span>
          <span class="line-about">
            {say('portal.interpretation.explains')} <DocumentName link={line.policy} />
          </span>
        </li>
      ))}
    </ul>
  )
}
