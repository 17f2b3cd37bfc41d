import { Refusal } from '#platform/refusal'
import { sayRefusal, speaker } from '#platform/words'
import type { Receipt } from './contract.ts'
import type { PackageRow } from './store.ts'

/** The receipt as it is carried back: the office network speaks Chinese, and reads no codes. */
export function receiptOf(row: PackageRow): Receipt {
  return {
    format: 'gongkai-receipt/1',
    package: row.packageId,
    sha256: row.sha256,
    receivedAt: row.receivedAt.toISOString(),
    result: row.accepted ? 'accepted' : 'refused',
    reason: row.refusal === null ? null : reasonOf(row.refusal, row.params),
    documents: [...row.documents],
  }
}

function reasonOf(code: string, params: PackageRow['params']): NonNullable<Receipt['reason']> {
  const said = sayRefusal(speaker('zh-CN'), new Refusal(code, 'invalid', params))
  return { code, message: said.message, issues: said.issues.map(({ message }) => message) }
}
