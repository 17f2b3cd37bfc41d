import { readdirSync, readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { parseCatalogue } from './index.ts'

const folder = new URL('../../../../data/reference-catalogue/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^\d\d-.*\.csv$/.test(name))

test('has the 32 fields', () => {
  expect(files).toHaveLength(32)
})

test.each(files)('[M1] reads %s back exactly as it stands', async (name) => {
  const bytes = readFileSync(new URL(name, folder))
  const book = read(bytes.toString('utf8'), { type: 'string', raw: true })
  const sheet = book.Sheets[book.SheetNames[0] as string]
  const wanted = utils.sheet_to_json<Record<string, string>>(sheet ?? {}, { defval: '' })
  const { rows, warnings } = await parseCatalogue({ name, bytes })
  expect(
    rows.map(({ index, timeRule, channels, levels, extra, ...row }) => ({
      ...row,
      channels: channels.join(';'),
      levels: levels.join(';'),
      ...extra,
    })),
  ).toEqual(wanted)
  const serious = [
    'mergesLost',
    'channelWithoutMark',
    'fieldUnknown',
    'timeNotUnderstood',
    'rowIgnored',
  ]
  expect(warnings.filter(({ code }) => serious.includes(code))).toEqual([])
})
