import { fact } from '#platform/fact'
import type { EditionFact } from '../facts.ts'

/** A reviewer let a text pass that a check had stopped; `note` is the reason. */
export const checkOverruled = fact<
  EditionFact & { readonly verdict: string; readonly about: string; readonly note: string }
>('documents.checkOverruled')
