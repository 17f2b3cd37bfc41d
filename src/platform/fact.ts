import type { Act } from './act.ts'

/** Something that happened, in the past tense: `documents.editionPublished`. */
export interface Fact<Payload extends object> {
  readonly kind: string
  /** Only for the type: a fact carries its payload's shape with it. */
  readonly payload?: Payload
}

export const fact = <Payload extends object>(kind: string): Fact<Payload> => ({ kind })

export interface Reaction {
  readonly kind: string
  readonly react: (act: Act, payload: object) => Promise<void>
}

/** What a module does on hearing a fact, inside the transaction that made it happen. */
export const on = <Payload extends object>(
  heard: Fact<Payload>,
  react: (act: Act, payload: Payload) => Promise<void>,
): Reaction => ({ kind: heard.kind, react: react as Reaction['react'] })
