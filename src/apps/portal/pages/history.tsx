import type { ComponentChildren } from 'preact'
import { minuteAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { fixedAbove, fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { Banner } from '../parts/document.tsx'
import { PublicRecord } from '../parts/public-record.tsx'
import type { DifferencePiece, HistoryView } from '../views.ts'

const Piece = ({ kind, text }: DifferencePiece): ComponentChildren => {
  if (kind === 'added') return <ins>{text}</ins>
  return kind === 'removed' ? <del>{text}</del> : text
}

const Comparison = ({ comparison }: { comparison: NonNullable<HistoryView['comparison']> }) => {
  const { say, contentLang } = useChrome()
  return (
    <section>
      <h2>{say('portal.history.comparison', { from: comparison.from, to: comparison.to })}</h2>
      <p class="about">
        <ins>{say('portal.history.added')}</ins> <del>{say('portal.history.removed')}</del>
      </p>
      {comparison.paragraphs.length === 0 && <p class="sentence">{say('portal.history.same')}</p>}
      <div class="text difference" lang={contentLang}>
        {/* biome-ignore-start lint/suspicious/noArrayIndexKey: drawn once, never reordered */}
        {comparison.paragraphs.map((paragraph, at) =>
          paragraph === null ? (
            <p key={at} class="omitted">
              {say('portal.history.omitted')}
            </p>
          ) : (
            <p key={at}>
              {paragraph.map((piece, place) => (
                <Piece key={place} {...piece} />
              ))}
            </p>
          ),
        )}
        {/* biome-ignore-end lint/suspicious/noArrayIndexKey: drawn once, never reordered */}
      </div>
    </section>
  )
}

/** Leads to what changed since the public edition before, whose number need not be the next lower. */
const Compare = ({
  document,
  edition,
  before,
}: {
  document: number
  edition: HistoryView['editions'][number]
  before: HistoryView['editions'][number] | undefined
}) => {
  const { say, to } = useChrome()
  return before ? (
    <a href={to(addresses.history(document, { from: before.number, to: edition.number }))}>
      {say('portal.history.compare', { n: before.number })}
    </a>
  ) : null
}

const History = ({ document, validity, trail, editions, comparison, record }: HistoryView) => {
  const { say, to, contentLang } = useChrome()
  const own = trail.at(-1) ?? fixedColumn(say, 'platform')
  const address = addresses.document(document.id)
  const title = say('portal.history.title', { title: document.title })
  return (
    <Page
      title={title}
      column={own}
      crumbs={[
        ...fixedAbove(say, own.address),
        ...trail,
        { name: say('portal.document.text'), address },
        { name: say('portal.history'), address: null },
      ]}
      door={own.address.split('/')[1]}
      indexed={false}
    >
      <Banner validity={validity} />
      <h1>{say('portal.history')}</h1>
      <p class="lead" lang={contentLang}>
        <a href={to(address)}>{document.title}</a>
      </p>
      <ol class="editions">
        {editions.map((edition, at) => (
          <li key={edition.number}>
            <strong>{say('portal.history.edition', { n: edition.number })}</strong>
            {edition.live && <span class="tag met">{say('portal.history.live')}</span>}
            <span class="about">
              <time dateTime={edition.publishedAt.toISOString()}>
                {minuteAt(edition.publishedAt)}
              </time>
            </span>
            {edition.note && <p lang={contentLang}>{edition.note}</p>}
            <Compare document={document.id} edition={edition} before={editions[at + 1]} />
          </li>
        ))}
      </ol>
      {comparison && <Comparison comparison={comparison} />}
      <PublicRecord record={record} />
    </Page>
  )
}

/** The editions of a document, and what changed from one to another. */
export const renderHistory = (view: HistoryView, chrome: Chrome): string =>
  draw(chrome, <History {...view} />)
