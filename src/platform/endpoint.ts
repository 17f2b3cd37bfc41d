import type { z } from 'zod'

/**
 * One door of the API, declared once in a module's contract: the server checks by it, the office calls
 * by it, OpenAPI is written from it. `:name` parts of the path are taken from the input.
 */
export interface Endpoint<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly summary: string
  readonly input: Input
  readonly output: Output
  /** Without a session: sign-in only. */
  readonly open?: boolean
}

export const endpoint = <Input extends z.ZodType, Output extends z.ZodType>(
  declared: Endpoint<Input, Output>,
): Endpoint<Input, Output> => declared

export type InputOf<E> = E extends Endpoint<infer Input, z.ZodType> ? z.input<Input> : never
export type OutputOf<E> = E extends Endpoint<z.ZodType, infer Output> ? z.output<Output> : never

/** The names of the `:parts` of a path. */
export const pathParts = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
