import { fact } from '#platform/fact'

interface PackageFact {
  readonly subject: string
  readonly organizationId: number | null
  readonly packageId: string
}
export const packageAccepted = fact<PackageFact & { readonly documentIds: readonly number[] }>(
  'interchange.packageAccepted',
)
export const packageRefused = fact<PackageFact & { readonly code: string }>(
  'interchange.packageRefused',
)

interface SenderFact {
  readonly subject: string
  readonly organizationId: number
  readonly senderId: string
}
export const senderRegistered = fact<SenderFact>('interchange.senderRegistered')
export const senderRevoked = fact<SenderFact>('interchange.senderRevoked')

export const folderSet = fact<{ readonly subject: string; readonly watched: boolean }>(
  'interchange.folderSet',
)
