import { addresses, after } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { DocumentLine, DocumentLink, Slice, Validity } from '../views.ts'

/** A civil date as a reader and a machine read it. */
export const Day = ({ on }: { on: string }) => <time dateTime={on}>{on}</time>

/** A word beside the title of what is no longer in force; in force needs no mark. */
export const ValidityMark = ({ state }: { state: Validity | null | undefined }) => {
  const { say } = useChrome()
  return !state || state === 'inForce' ? null : (
    <span class={`tag ${state}`}>{say(`portal.validity.${state}`)}</span>
  )
}

/** Titles of documents with unit and date, a line each. */
export const Lines = ({
  documents,
  units = true,
}: {
  documents: readonly DocumentLine[]
  /** False where all documents are of one unit, which the page already names. */
  units?: boolean
}) => {
  const { to, contentLang } = useChrome()
  return (
    <ul class="lines">
      {documents.map((line) => (
        <li key={line.id}>
          <span class="line-title" lang={contentLang}>
            <a href={to(addresses.document(line.id))}>
              {line.category && <span class="category">[{line.category}] </span>}
              {line.title}
            </a>
            <ValidityMark state={line.validity} />
          </span>
          <span class="line-about">
            {units && <span lang={contentLang}>{line.unit.name}</span>}
            <Day on={line.publishedOn} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A document named in passing, with its mark where it is no longer in force. */
export const DocumentName = ({ link }: { link: DocumentLink }) => {
  const { to, contentLang } = useChrome()
  return (
    <>
      <a href={to(addresses.document(link.id))} lang={contentLang}>
        {link.title}
      </a>
      <ValidityMark state={link.validity} />
    </>
  )
}

/** Bare titles, for the margin of a page. */
export const Links = ({ documents }: { documents: readonly DocumentLink[] }) => {
  const { to, contentLang } = useChrome()
  return (
    <ul class="links" lang={contentLang}>
      {documents.map(({ id, title, validity }) => (
        <li key={id}>
          <a href={to(addresses.document(id))}>{title}</a>
          <ValidityMark state={validity} />
        </li>
      ))}
    </ul>
  )
}

/** Keyset pages: the newest, and what comes after this one; no count of everything. */
export const Pager = ({
  slice,
  address,
}: {
  slice: Pick<Slice<unknown>, 'next' | 'first'>
  address: string
}) => {
  const { say, to } = useChrome()
  if (slice.first && slice.next === null) return null
  return (
    <nav class="pager" aria-label={say('portal.pages')}>
      {!slice.first && <a href={to(address)}>{say('portal.pages.newest')}</a>}
      {slice.next !== null && (
        <a rel="next" href={to(after(address, slice.next))}>
          {say('portal.pages.next')}
        </a>
      )}
    </nav>
  )
}

/** A list with its pages, or a sentence in place of an empty box. */
export const LinesOrSentence = ({
  slice,
  address,
  empty,
  units = true,
}: {
  slice: Slice<DocumentLine>
  address: string
  empty: string
  units?: boolean
}) =>
  slice.items.length === 0 ? (
    <p class="sentence">{empty}</p>
  ) : (
    <>
      <Lines documents={slice.items} units={units} />
      <Pager slice={slice} address={address} />
    </>
  )
