/** What kind of "no" an answer is; only the edge turns it into a status. */
export type RefusalKind = 'missing' | 'forbidden' | 'conflict' | 'invalid' | 'busy'

/** One thing that stands in the way: where, and what about it. Its words are `issue.<code>`. */
export interface Issue {
  readonly field: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const issue = (field: string, code: string, params?: Issue['params']): Issue =>
  params ? { field, code, params } : { field, code }

/**
 * An answer of "no" that a person can act on. Its code is `module.name`; the words stand in
 * `messages/<language>/refusals.json` under that code.
 */
export class Refusal extends Error {
  readonly code: string
  readonly kind: RefusalKind
  readonly params: Readonly<Record<string, unknown>>
  constructor(code: string, kind: RefusalKind, params: Readonly<Record<string, unknown>>) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.kind = kind
    this.params = params
  }
  get issues(): readonly Issue[] {
    return (this.params.issues as readonly Issue[] | undefined) ?? []
  }
}

/**
 * Binds a module's refusals, so that each code is declared once with its kind:
 * `const refuse = refusals('documents', { notReady: 'invalid' })`, then `throw refuse('notReady', {…})`.
 */
export const refusals =
  <const Codes extends Readonly<Record<string, RefusalKind>>>(module: string, codes: Codes) =>
  (code: keyof Codes & string, params: Readonly<Record<string, unknown>> = {}): Refusal =>
    new Refusal(`${module}.${code}`, codes[code] ?? 'invalid', params)
