import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { describeSchema, schemaFiles } from '../../scripts/schema.ts'
import { world } from '../world/world.ts'

test('db/schema.sql and the table types are those of the migrated database', async () => {
  const w = await world()
  const made = await describeSchema(w.databaseUrl)
  expect(readFileSync(schemaFiles.sql, 'utf8')).toBe(made.sql)
  expect(readFileSync(schemaFiles.tables, 'utf8')).toBe(made.tables)
})
