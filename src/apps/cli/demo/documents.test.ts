import { expect, test } from 'vitest'
import { addDays, isCivilDate } from '#platform/civil-date'
import { demoDocuments } from './documents.ts'
import { organizations } from './organizations.ts'
import { referenceRows } from './reference.fixture.ts'
import { mattersOf } from './texts/matters.ts'

const today = '2026-11-21'
const matters = referenceRows()
const documents = demoDocuments(matters, organizations, today)
const repeated = (list: readonly string[]) => list.filter((item, at) => list.indexOf(item) !== at)

const everyText = documents.map((document) => {
  const { attachment, corrected } = document
  const attached =
    attachment === undefined ? '' : 'text' in attachment ? attachment.text : String(attachment.rows)
  return {
    key: document.key,
    text: [document.title, document.html, corrected?.html, attached].join('\n'),
  }
})

test('fills the county with about three hundred documents of every field', () => {
  expect(documents.length).toBeGreaterThan(280)
  for (const field of new Set(matters.map(({ field }) => field)))
    expect(
      documents.some(({ matters }) => matters.some((ref) => field.includes(ref.field))),
      field,
    ).toBe(true)
})

test('repeats no key, title, number or body', () => {
  expect(repeated(documents.map(({ key }) => key))).toEqual([])
  expect(
    repeated(documents.map(({ organizationCode, title }) => organizationCode + title)),
  ).toEqual([])
  expect(repeated(documents.flatMap(({ documentNumber }) => documentNumber ?? []))).toEqual([])
  expect(repeated(documents.map(({ html }) => html))).toEqual([])
})

test('belongs to organizations that exist and to matters that the catalogue has', () => {
  const codes = new Set(organizations.map(({ code }) => code))
  for (const document of documents) {
    expect(codes.has(document.organizationCode), document.key).toBe(true)
    for (const ref of document.matters)
      expect(mattersOf(ref, matters), `${document.key}: ${JSON.stringify(ref)}`).not.toEqual([])
    if (document.matters.length > 0)
      expect(document.matterCodes, `${document.key} reaches no matter at its level`).not.toEqual([])
  }
})

test('keeps dates in order and before today', () => {
  for (const document of documents) {
    const { key, writtenOn, formedOn, publishedOn, corrected, withdrawn } = document
    for (const date of [writtenOn, formedOn, publishedOn]) expect(isCivilDate(date)).toBe(true)
    expect(writtenOn <= formedOn && formedOn <= publishedOn && publishedOn <= today, key).toBe(true)
    for (const later of [corrected, withdrawn])
      if (later) expect(later.on > publishedOn && later.on <= today, key).toBe(true)
  }
  const recent = documents.filter(({ publishedOn }) => publishedOn > addDays(today, -550))
  expect(recent.length / documents.length).toBeGreaterThan(0.8)
})

test('holds on any day of the year: whole, in the past, and no older than the county', () => {
  // The county of the demo begins two years before today.
  for (let day = '2026-01-03'; day < '2027-01-03'; day = addDays(day, 26))
    for (const { key, formedOn, publishedOn } of demoDocuments(matters, organizations, day)) {
      expect(formedOn > addDays(day, -729), `${day}: ${key} ${formedOn}`).toBe(true)
      expect(publishedOn <= day, `${day}: ${key} ${publishedOn}`).toBe(true)
    }
})

test('tells a story in order: no land is taken before the hearing', () => {
  for (const day of ['2026-01-05', '2026-03-20', '2026-11-21']) {
    const then = demoDocuments(matters, organizations, day)
    const on = (key: string) => then.find((document) => document.key === key)?.formedOn ?? ''
    const steps = ['prenotice', 'survey', 'plan', 'hearing', 'approval', 'announcement']
    const dates = steps.map((step) => on(`land-${step}`))
    expect(dates).toEqual([...dates].sort())
  }
})

test('gives the same county for the same day, and a whole one on any other', () => {
  expect(demoDocuments(matters, organizations, today)).toEqual(documents)
  for (const other of ['2026-01-05', '2026-06-30', '2027-02-20']) {
    const then = demoDocuments(matters, organizations, other)
    expect(then.map(({ key }) => key).sort()).toEqual(documents.map(({ key }) => key).sort())
    expect(then.every(({ publishedOn }) => publishedOn <= other)).toBe(true)
  }
})

test('shows no identity number, mobile number, placeholder or unfilled blank', () => {
  for (const { key, text } of everyText) {
    expect(text, key).not.toMatch(/\d{17}[\dXx]/)
    expect(text, key).not.toMatch(/1[3-9]\d{9}/)
    expect(text, key).not.toMatch(/XX|××|某某|undefined|NaN|\{[a-z]/)
  }
})

test('writes texts worth reading: several blocks, and tables with even rows', () => {
  for (const { key, html } of documents) {
    expect(html.length, key).toBeGreaterThan(250)
    for (const [table] of html.matchAll(/<table>.*?<\/table>/gs)) {
      const widths = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(
        ([, row = '']) => row.split(/<t[hd]>/).length - 1,
      )
      expect(new Set(widths).size, `${key}: ${widths}`).toBe(1)
    }
  }
})

test('shows what goes wrong too: late, corrected and withdrawn documents', () => {
  const late = documents.filter(({ formedOn, publishedOn }) => addDays(formedOn, 32) < publishedOn)
  expect(late.length).toBeGreaterThan(10)
  expect(documents.filter(({ corrected }) => corrected).length).toBeGreaterThan(1)
  expect(documents.filter(({ withdrawn }) => withdrawn).length).toBeGreaterThan(0)
})

test('explains only policies that exist', () => {
  const keys = new Set(documents.map(({ key }) => key))
  for (const { key, interprets } of documents)
    if (interprets !== undefined) expect(keys.has(interprets), key).toBe(true)
})
