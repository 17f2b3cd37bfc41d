import type { Db } from '#platform/database'

const publisherApartKey = 'documents.publisherApart'

/**
 * Whether a text goes before the public only by the hand of someone who did not write it. On unless
 * an office has said otherwise: the platform's operator is another account (三审三校).
 */
export async function isPublisherApart(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', publisherApartKey)
    .executeTakeFirst()
  return row?.value !== false
}
