import type { Tx } from '#platform/database'

export const setSecondFactor = async (
  tx: Tx,
  staffId: number,
  given: { readonly sealed: string | null; readonly confirmedAt: Date | null },
): Promise<void> => {
  await tx
    .updateTable('accounts.staff')
    .set({ totp_sealed: given.sealed, totp_confirmed_at: given.confirmedAt, totp_last_step: null })
    .where('id', '=', staffId)
    .execute()
}

export const confirmSealed = async (tx: Tx, staffId: number, at: Date): Promise<void> => {
  await tx
    .updateTable('accounts.staff')
    .set({ totp_confirmed_at: at })
    .where('id', '=', staffId)
    .execute()
}

/** Uses a step up; false when it, or a later one, was used before (a replayed code). */
export const takeStep = async (tx: Tx, staffId: number, step: number): Promise<boolean> => {
  const result = await tx
    .updateTable('accounts.staff')
    .set({ totp_last_step: step })
    .where('id', '=', staffId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Uses a recovery code up; false when there is none such, or it was used. */
export const takeRecoveryCode = async (
  tx: Tx,
  staffId: number,
  codeHash: string,
  at: Date,
): Promise<boolean> => {
  const result = await tx
    .updateTable('accounts.recovery_code')
    .set({ used_at: at })
    .where('staff_id', '=', staffId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Puts new recovery codes in place of the old; none removes them. */
export const replaceRecoveryCodes = async (
  tx: Tx,
  staffId: number,
  hashes: readonly string[],
): Promise<void> => {
  await tx.deleteFrom('accounts.recovery_code').where('staff_id', '=', staffId).execute()
  if (hashes.length === 0) return
  await tx
    .insertInto('accounts.recovery_code')
    .values(hashes.map((hash) => ({ staff_id: staffId, code_hash: hash })))
    .execute()
}
