import { expect, test } from 'vitest'
import { readCells, schemaOf, validateTable } from '#datasets'
import { demoTables } from './texts/tables.ts'

test('[M18] the tables of the invented county have nothing wrong in them, on any day', () => {
  for (const today of ['2026-01-05', '2026-07-01', '2027-11-22'])
    for (const { key, tables } of demoTables(today))
      for (const { schema: code, rows } of tables) {
        const schema = schemaOf(code)
        const read = rows.map((cells) => readCells(schema, cells))
        expect([key, code, rows.length > 1]).toEqual([key, code, true])
        expect([key, validateTable(schema, read)]).toEqual([key, []])
      }
})
