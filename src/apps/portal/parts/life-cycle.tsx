import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { ClarifiedLine, DocumentLife } from '../life-cycle-views.ts'
import { Day, DocumentName, Links } from './lines.tsx'

/** Said before the text: somebody has set it right since (政府信息公开条例 art. 6). */
export const ClarifiedBanner = ({ cycle }: { cycle: DocumentLife | undefined }) => {
  const { say, to, contentLang } = useChrome()
  if (!cycle || cycle.correctedBy.length === 0) return null
  return (
    <p class="banner amended clarified">
      <strong>{say('portal.clarification.correctedBy')}</strong>{' '}
      {say('portal.clarification.banner')}{' '}
      {cycle.correctedBy.map(
        ({ id, document }) =>
          document && (
            <a key={id} href={to(addresses.document(document.id))} lang={contentLang}>
              {document.title}
            </a>
          ),
      )}
    </p>
  )
}

const Rumour = ({ line }: { line: ClarifiedLine }) => {
  const { say, contentLang } = useChrome()
  return (
    <li>
      <strong>{say('portal.clarification.rumour')}</strong> <q lang={contentLang}>{line.rumour}</q>{' '}
      <span class="about">
        {say('portal.clarification.source', { source: line.rumourSource })}
        {line.rumourSeenOn && (
          <>
            {' · '}
            <Day on={line.rumourSeenOn} />
          </>
        )}
      </span>
    </li>
  )
}

/** What the text sets right, above it: a document here, or a rumour with its source. */
export const Clarifies = ({ cycle }: { cycle: DocumentLife | undefined }) => {
  const { say } = useChrome()
  if (!cycle || cycle.corrects.length === 0) return null
  return (
    <section class="note clarifies">
      <strong>{say('portal.clarification.corrects')}</strong>
      <ul>
        {cycle.corrects.map((line) =>
          line.document ? (
            <li key={line.id}>
              <DocumentName link={line.document} />
            </li>
          ) : (
            <Rumour key={line.id} line={line} />
          ),
        )}
      </ul>
    </section>
  )
}

/** Beside the text: the event of which it tells, and the clarifications of it. */
export const LifeMargin = ({ cycle }: { cycle: DocumentLife | undefined }) => {
  const { say, to, contentLang } = useChrome()
  if (!cycle) return null
  const documents = cycle.correctedBy.flatMap((line) => line.document ?? [])
  return (
    <>
      {cycle.event && (
        <section>
          <h2>{say('portal.event.of')}</h2>
          <ul class="links" lang={contentLang}>
            <li>
              <a href={to(addresses.event(cycle.event.id))}>{cycle.event.title}</a>
            </li>
          </ul>
        </section>
      )}
      {documents.length > 0 && (
        <section>
          <h2>{say('portal.clarification.correctedBy')}</h2>
          <Links documents={documents} />
        </section>
      )}
    </>
  )
}
