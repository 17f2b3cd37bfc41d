import { fact } from '#platform/fact'

/**
 * A file went before the public on its own, or another took its place: it enters the chain like a
 * document. Announced by whoever releases it, beside its own fact.
 */
export interface FileReleased {
  readonly subject: string
  readonly organizationId: number
  /** The page on which it is offered. */
  readonly address: string
  readonly name: string
  readonly sha256: string
  readonly first: boolean
}
export const fileReleased = fact<FileReleased>('seals.fileReleased')

/** The days up to this one are sealed. */
export const daySealed = fact<{
  readonly subject: string
  readonly organizationId: null
  readonly day: string
  readonly days: number
}>('seals.daySealed')
