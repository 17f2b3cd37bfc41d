import { fact } from '#platform/fact'

interface Told {
  readonly subject: string
  readonly organizationId: number
}

export const organizationCreated = fact<Told & { name: string; parentId: number | null }>(
  'organizations.organizationCreated',
)
/** Names, register texts or subject keys changed; `changes` holds each field before and after. */
export const organizationChanged = fact<
  Told & { changes: Readonly<Record<string, { from: unknown; to: unknown }>> }
>('organizations.organizationChanged')
/** It and everything below it lies elsewhere now: paths changed. */
export const organizationMoved = fact<Told & { fromPath: string; toPath: string }>(
  'organizations.organizationMoved',
)
export const organizationAbolished = fact<Told & { on: string; successorId: number | null }>(
  'organizations.organizationAbolished',
)
export const siteSaved = fact<Told & { name: string; domain: string; idCode: string }>(
  'organizations.siteSaved',
)
export const regionsImported = fact<{ subject: string; added: number; renamed: number }>(
  'organizations.regionsImported',
)
