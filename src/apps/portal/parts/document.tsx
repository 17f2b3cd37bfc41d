import type { ComponentChildren } from 'preact'
import type { CivilDate } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { AttachmentLine, Attribute, DocumentView, PublicNote } from '../views.ts'
import { Day } from './lines.tsx'

/** On top of a document that is not, or not fully, in force: said before anything else. */
export const Banner = ({ validity }: Pick<DocumentView, 'validity'>) => {
  const { say, to } = useChrome()
  if (validity === null || validity.state === 'inForce') return null
  return (
    <p class={`banner ${validity.state}`}>
      <strong>{say(`portal.validity.${validity.state}`)}</strong>{' '}
      {say(`portal.validity.${validity.state}.about`, {
        date: (validity.state === 'pending' ? validity.from : validity.until) ?? '',
      })}{' '}
      {validity.by ? (
        <a href={to(addresses.document(validity.by.id))}>{validity.by.title}</a>
      ) : (
        validity.byText
      )}
    </p>
  )
}

/** Corrections and replacements, with their day: never silent. */
export const Notes = ({ notes }: { notes: readonly PublicNote[] }) => {
  const { say, to } = useChrome()
  return notes.map((note) => (
    <p class="note" key={note.on + note.text}>
      <strong>{say(`portal.note.${note.kind}`)}</strong> <Day on={note.on} /> {note.text}{' '}
      {note.other && <a href={to(addresses.document(note.other.id))}>{note.other.title}</a>}
    </p>
  ))
}

/** 现行有效，至 2029-04-30: the state, and how long it lasts where that is set. */
const Standing = ({ validity }: { validity: NonNullable<DocumentView['validity']> }) => {
  const { say } = useChrome()
  const lasts = ['inForce', 'amended', 'pending'].includes(validity.state)
  const days = [
    validity.from && say('portal.validity.from', { date: validity.from }),
    validity.state === 'inForce' &&
      validity.until &&
      say('portal.validity.until', { date: validity.until }),
  ].filter(Boolean)
  return (
    <>
      {say(`portal.validity.${validity.state}`)}
      {lasts && days.length > 0 && <span class="about"> {days.join(say('portal.comma'))}</span>}
    </>
  )
}

type MetadataProps = DocumentView & { readonly publishedOn: CivilDate | null }

/** The identity that 政府网站发展指引 asks of a policy page, in its order. */
export const Metadata = (view: MetadataProps) => {
  const { say } = useChrome()
  const rows: readonly (readonly [string, ComponentChildren])[] = [
    ['indexNumber', view.indexNumber],
    ['subjectClass', view.subjectClass],
    ['issuingOrgan', view.issuingOrgan],
    ['writtenOn', view.writtenOn && <Day on={view.writtenOn} />],
    ['documentNumber', view.documentNumber],
    ['publishedOn', view.publishedOn && <Day on={view.publishedOn} />],
    ['validity', view.validity && <Standing validity={view.validity} />],
    ['keywords', view.keywords.length > 0 ? view.keywords.join('、') : null],
  ]
  const known = rows.filter(([, value]) => value !== null)
  // What a reader on a phone asks first; the rest is a tap away.
  const first = ['documentNumber', 'issuingOrgan', view.validity ? 'validity' : 'writtenOn']
  return (
    <section class="metadata" aria-label={say('portal.metadata')}>
      <dl>
        {known.map(([name, value]) => (
          <div key={name} class={first.includes(name) ? undefined : 'more-about'}>
            <dt>{say(`portal.metadata.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {/* On phones three lines show; this box, read by the style sheet, opens the rest. */}
      {known.length > 3 && (
        <label class="unfold">
          <input type="checkbox" />
          {say('portal.metadata.all')}
        </label>
      )}
    </section>
  )
}

/** The disclosure attribute as it is printed on the document (M25); none on what is not disclosed. */
export const AttributeMark = ({
  attribute,
  bodyHtml,
}: {
  attribute: Attribute
  bodyHtml: string
}) => {
  const { say } = useChrome()
  if (attribute === 'notDisclosed') return null
  // Part of the document, so the words are the same in every language of the furniture.
  const mark = say(`portal.attribute.${attribute}`)
  // Many offices write it under the text themselves; once is enough.
  const end = bodyHtml.slice(-markReach).replace(/<[^>]*>|\s/g, '')
  return end.endsWith(mark) ? null : <p class="attribute">{mark}</p>
}

// The mark with the tags of a paragraph around it.
const markReach = 200

/**
 * The mark by which a saved copy is checked: the number of its link and the salt of its hash. Printed,
 * it leads to the chain; `gongkai verify` and /verify read it from the page.
 */
export const SealMark = ({ seal }: Pick<DocumentView, 'seal'>) => {
  const { say, to } = useChrome()
  if (!seal) return null
  return (
    <p class="seal about" data-seal={seal.number} data-salt={seal.salt}>
      <a href={to(addresses.seals())}>{say('portal.seals.ofDocument', { number: seal.number })}</a>{' '}
      <code class="hash">{seal.hash.slice(0, 16)}</code>{' '}
      <a href={to(addresses.verify)}>{say('portal.seals.verify')}</a>
    </p>
  )
}

const kilobyte = 1024

/** A size as people read it: 86 KB, 1.4 MB. */
const sizeInWords = (bytes: number): string => {
  const kb = bytes / kilobyte
  return kb < kilobyte ? `${Math.max(1, Math.round(kb))} KB` : `${(kb / kilobyte).toFixed(1)} MB`
}

export const Attachments = ({
  document,
  attachments,
}: {
  document: number
  attachments: readonly AttachmentLine[]
}) => {
  const { say } = useChrome()
  if (attachments.length === 0) return null
  return (
    <section class="attachments">
      <h2>{say('portal.attachments')}</h2>
      <ul>
        {attachments.map((file) => (
          <li key={file.key}>
            <a href={addresses.attachment(document, file.key)}>
              <span class="file-type" aria-hidden="true">
                {file.type.toUpperCase()}
              </span>
              <span class="file-name">{file.name}</span>
              <span class="about">
                {file.type.toUpperCase()} · {sizeInWords(file.bytes)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The headings of a text, whichever their writer took, one step at a time below the page's title. */
const belowTitle = (bodyHtml: string): string => {
  const levels = [
    ...new Set([...bodyHtml.matchAll(/<h([1-6])\b/g)].map((found) => found[1])),
  ].sort()
  return bodyHtml.replaceAll(
    /(<\/?h)([1-6])\b/g,
    (_, tag, level) => `${tag}${Math.min(levels.indexOf(level) + 2, 6)}`,
  )
}

/**
 * A cleaned text as it stands on a page. A table wider than a phone scrolls by itself, also by
 * keyboard: the text is well-formed, so opening and closing tags pair up. The style sheet reads the
 * classes of aligned lines; their styles, kept for the editor, would only be refused by the policy
 * under which pages are sent.
 */
export const withScrollingTables = (bodyHtml: string, label: string): string =>
  belowTitle(bodyHtml)
    .replaceAll(/(<[^<>]+?) style="[^"<>]*"/g, '$1')
    .replaceAll(
      /<table\b/g,
      `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table`,
    )
    .replaceAll('</table>', '</table></div>')
