import { type Endpoint, type InputOf, type OutputOf, pathParts } from '#platform/endpoint'
import { chosenLanguage } from './language.ts'

/** A value as JSON brings it: instants are strings. */
export type Wire<T> = unknown extends T
  ? T
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T
export type AnswerOf<E> = Wire<OutputOf<E>>

export interface RefusedIssue {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** The server said no, or could not be reached (`status` 0); `message` can be shown to a person. */
export class RefusalError extends Error {
  readonly status: number
  readonly code: string
  readonly issues: readonly RefusedIssue[]
  readonly details: unknown
  /** The number under which the server logged a fault. */
  readonly reference: string | undefined
  constructor(status: number, body: Partial<RefusalError>) {
    super(body.message ?? '')
    this.name = 'RefusalError'
    this.status = status
    this.code = body.code ?? 'office.unreachable'
    this.issues = body.issues ?? []
    this.details = body.details
    this.reference = body.reference
  }
}

let csrf = ''
/** Set by the session; goes with everything but GET. */
export const setCsrf = (token: string): void => {
  csrf = token
}

let onSignedOut = (): void => {}
/** What happens when the server no longer knows this session. */
export const whenSignedOut = (run: () => void): void => {
  onSignedOut = run
}

const headers = (): Record<string, string> => ({
  'x-language': chosenLanguage(),
  ...(csrf && { 'x-csrf-token': csrf }),
})

const queryOf = (input: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(input).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length > 0 ? `?${query}` : ''
}

/** The address of an endpoint, and what is left of the input once its `:parts` are filled. */
export const addressOf = (
  endpoint: Endpoint,
  input: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, unknown> } => {
  const parts = new Set(pathParts(endpoint.path))
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  return {
    path,
    rest: Object.fromEntries(Object.entries(input).filter(([name]) => !parts.has(name))),
  }
}

const refusalOf = (status: number, body: unknown): RefusalError => {
  const said = (body ?? {}) as Partial<RefusalError>
  // A gateway answers in place of a server that is down: its words are not ours.
  const refusal = new RefusalError(said.code === undefined && status >= 502 ? 0 : status, said)
  if (status === 401 && refusal.code === 'api.signInFirst') onSignedOut()
  return refusal
}

/** Asks the server: `await call(saveDraft, { id, version, fields })`. Throws a `RefusalError`. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  signal?: AbortSignal,
): Promise<AnswerOf<E>> {
  const { path, rest } = addressOf(endpoint, input as Record<string, unknown>)
  const isRead = endpoint.method === 'GET'
  const response = await fetch(isRead ? path + queryOf(rest) : path, {
    method: endpoint.method,
    headers: { ...headers(), ...(!isRead && { 'content-type': 'application/json' }) },
    ...(!isRead && { body: JSON.stringify(rest) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new RefusalError(0, {})
  })
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) throw refusalOf(response.status, body)
  return body as AnswerOf<E>
}

/**
 * Sends one file as `multipart/form-data`; everything else goes into the query. `fetch` cannot tell
 * how far an upload has come, so this is an XMLHttpRequest.
 */
export const upload = <E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  file: Blob,
  onProgress: (share: number) => void = () => {},
): Promise<AnswerOf<E>> =>
  new Promise((resolve, reject) => {
    const { path, rest } = addressOf(endpoint, input as Record<string, unknown>)
    const request = new XMLHttpRequest()
    request.open(endpoint.method, path + queryOf(rest))
    request.responseType = 'json'
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new RefusalError(0, {}))
    request.onload = () =>
      request.status < 400
        ? resolve(request.response as AnswerOf<E>)
        : reject(refusalOf(request.status, request.response))
    const form = new FormData()
    form.append('file', file, file instanceof File ? file.name : 'picture.png')
    request.send(form)
  })
