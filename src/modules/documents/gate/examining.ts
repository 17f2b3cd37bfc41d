import { createHash } from 'node:crypto'
import { type Issue, issue } from '#platform/refusal'
import {
  type Finding,
  type FindingKind,
  type Lexicon,
  plainValue,
  scanText,
  stands,
  theLexicon,
} from '#wording'
import type { Edition } from '../edition.ts'

/** A finding in a title or a text, with the key under which a person may answer for it. */
export interface Examined extends Finding {
  readonly field: 'title' | 'html'
  readonly key: string
}

type Words = Pick<Edition, 'title' | 'text'> & { readonly document: { readonly id: number } }

/**
 * The same value in the same document has the same key, however it is spelt. A digest, because the
 * record of who answered for it must not be one more place where a number stands.
 */
export const keyOf = (documentId: number, kind: FindingKind, value: string): string =>
  `${kind} ${createHash('sha256')
    .update(`${documentId} ${kind} ${plainValue(value)}`)
    .digest('hex')}`

/**
 * Everything that the scanner sees in a title and its text. Some milliseconds for a book. The words of
 * an office are asked for only where they are shown: they never stand in the way.
 */
export function examined(edition: Words, lexicon: Lexicon = theLexicon): Examined[] {
  const of = (field: Examined['field'], text: string): Examined[] =>
    scanText(text, { lexicon }).map((found) => ({
      ...found,
      field,
      key: keyOf(edition.document.id, found.kind, text.slice(found.start, found.end)),
    }))
  return [...of('title', edition.title), ...of('html', edition.text)]
}

/**
 * What keeps a text inside until it is masked or answered for: personal data and marks of secrecy
 * beyond reasonable doubt (政府信息公开条例 art. 14, 15, 17). One point for each kind and field.
 */
export function gateIssues(edition: Words, overruled: ReadonlySet<string>): Issue[] {
  const standing = examined(edition).filter((one) => stands(one) && !overruled.has(one.key))
  const byPoint = Map.groupBy(standing, ({ field, kind }) => `${field} ${kind}`)
  return [...byPoint.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { field, kind, masked } = first
    return [issue(field, `found.${kind}`, { count: group.length, masked })]
  })
}
