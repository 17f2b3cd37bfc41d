import type { Unread } from '#platform/file-parts/index'
import { type Issue, issue } from '#platform/refusal'
import { type ColumnToMask, type PartFinding, scanFile, stands } from '#wording'

/** What is kept of the examination of a file: enough to mend it, masked throughout. */
export interface KeptScan {
  readonly scanned: boolean
  /** Findings that keep it from the public. */
  readonly standing: number
  /** Marks of secrecy among them. */
  readonly secret: boolean
  readonly found: number
  readonly findings: readonly PartFinding[]
  readonly unread: readonly Unread[]
  readonly columns: readonly ColumnToMask[]
}

// A person mends a column, not ten thousand lines of it; the count tells how many there are.
const mostKept = 200

const gravity = { high: 0, medium: 1, low: 2 } as const

/** Examines a file as an upload; the same code as `gongkai scan`. */
export async function examine(name: string, bytes: Uint8Array): Promise<KeptScan> {
  const { scanned, findings, unread, columns } = await scanFile(name, bytes)
  const standing = findings.filter(stands)
  return {
    scanned,
    standing: standing.length,
    secret: standing.some(({ kind }) => kind === 'secretMark' || kind === 'internalMark'),
    found: findings.length,
    findings: findings
      .toSorted((one, other) => gravity[one.confidence] - gravity[other.confidence])
      .slice(0, mostKept),
    unread: unread.slice(0, mostKept),
    columns: columns.slice(0, mostKept),
  }
}

/** A file that a person has to settle before its text goes on. */
export interface FileToSettle {
  readonly name: string
  /** Null: it came in on a way that did not examine it. */
  readonly scan: Pick<KeptScan, 'scanned' | 'standing' | 'secret'> | null
}

/** 政府信息公开条例 art. 14, 15, 17: what is secret or private is kept back before disclosure, files too. */
export function fileIssue({ name, scan }: FileToSettle): Issue {
  if (!scan) return issue('attachments', 'fileNotScanned', { name })
  if (scan.secret) return issue('attachments', 'fileSecret', { name })
  if (scan.standing > 0) return issue('attachments', 'fileStands', { name, count: scan.standing })
  return issue('attachments', 'fileUnread', { name })
}
