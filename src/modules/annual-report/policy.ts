import { holds } from '#accounts'
import type { Actor } from '#platform/act'

const writers = ['disclosureOffice', 'sectionHead', 'clerk'] as const
const signers = ['signer', 'leader'] as const
const publishers = ['disclosureOffice', 'signer', 'leader'] as const
const readers = ['supervisor', ...writers, ...signers] as const

/** Who writes a report: the organ's own people and its disclosure office. */
export const mayWrite = (by: Actor, path: string): boolean => holds(by, writers, path)

/** 国办公开办函〔2021〕30号: the leader in charge answers for it. */
export const maySign = (by: Actor, path: string): boolean => holds(by, signers, path)

export const mayPublish = (by: Actor, path: string): boolean => holds(by, publishers, path)

export const mayRead = (by: Actor, path: string): boolean => holds(by, readers, path)

/** Dates and limits are set by the competent department for everybody below. */
export const maySetRules = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], path)
