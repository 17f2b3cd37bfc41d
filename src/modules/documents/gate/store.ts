import type { Db, Tx } from '#platform/database'

/** A finding that a person answers for. */
export interface Overruled {
  readonly key: string
  readonly ground: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Who answered for what in a document, by its key. */
export async function overruledOf(db: Db, documentId: number): Promise<Map<string, Overruled>> {
  const rows = await db
    .selectFrom('documents.overruled_finding as f')
    .innerJoin('accounts.staff as s', 's.id', 'f.staff_id')
    .select(['f.kind', 'f.value_digest', 'f.ground', 'f.reason', 'f.at', 's.name as by'])
    .where('f.document_id', '=', documentId)
    .execute()
  return new Map(
    rows.map(({ kind, value_digest, ...row }) => {
      const key = `${kind} ${value_digest}`
      return [key, { key, ...row }]
    }),
  )
}

const split = (key: string) => {
  const [kind = '', digest = ''] = key.split(' ')
  return { kind, value_digest: digest }
}

export async function putOverruled(
  tx: Tx,
  put: {
    readonly documentId: number
    readonly key: string
    readonly masked: string
    readonly ground: string
    readonly reason: string
    readonly staffId: number
    readonly at: Date
  },
): Promise<void> {
  const { ground, reason, at, masked } = put
  const said = { ground, reason, at, masked, staff_id: put.staffId }
  await tx
    .insertInto('documents.overruled_finding')
    .values({ document_id: put.documentId, ...split(put.key), ...said })
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'kind', 'value_digest']).doUpdateSet(said),
    )
    .execute()
}

/** Whether there was one to take back. */
export async function dropOverruled(tx: Tx, documentId: number, key: string): Promise<boolean> {
  const { kind, value_digest } = split(key)
  const gone = await tx
    .deleteFrom('documents.overruled_finding')
    .where('document_id', '=', documentId)
    .where('kind', '=', kind)
    .where('value_digest', '=', value_digest)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
