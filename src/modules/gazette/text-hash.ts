import { createHash } from 'node:crypto'

/** Names a text by what it says: title and words, so that what was read can be told from what stands. */
export const textHash = (text: { readonly title: string; readonly html: string }): string =>
  createHash('sha256').update(text.title).update('\n').update(text.html).digest('hex')
