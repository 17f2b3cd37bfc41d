import { isCivilDate } from '#platform/civil-date'
import type { Cells, Schema, TableColumn } from './schema.ts'

/** A cell as it was understood, or why not. The text that was typed is kept either way. */
export type ReadCell =
  | { readonly value: string }
  | {
      readonly value: string
      readonly wrong: string
      readonly params?: Readonly<Record<string, string | number>>
    }

const longestText = 1_000

/** Full-width digits, letters, signs and spaces to plain ones. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
    .trim()

// Offices write "none" in numbers so.
const nothing = /^(-+|—+|–+|\/|无|无数据)$/

const readNumber = (text: string, column: TableColumn): ReadCell => {
  const bare = plain(text)
    .replace(/[,，\s¥￥]/g, '')
    .replace(/(万元|元|亩|人|名|个|户|%)$/, '')
  if (nothing.test(bare)) return { value: '' }
  const shape = column.type === 'integer' ? /^-?\d{1,15}(\.0+)?$/ : /^-?\d{1,15}(\.\d+)?$/
  if (!shape.test(bare))
    return { value: plain(text), wrong: column.type === 'integer' ? 'notInteger' : 'notNumber' }
  const value = tidyNumber(bare)
  const number = Number(value)
  if (column.min !== undefined && number < column.min)
    return { value, wrong: 'tooSmall', params: { min: column.min } }
  if (column.max !== undefined && number > column.max)
    return { value, wrong: 'tooLarge', params: { max: column.max } }
  return { value }
}

/** `0012.50` → `12.5`; at most six decimals, so that a spreadsheet's 0.1 + 0.2 is 0.3. */
const tidyNumber = (text: string): string => {
  const [, sign = '', whole = '', rest = ''] = /^(-?)0*(\d*?)(?:\.(\d+))?$/.exec(text) ?? []
  if (rest.length > 6) return tidyNumber(Number(text).toFixed(6))
  const decimals = rest.replace(/0+$/, '')
  const value = `${whole || '0'}${decimals ? `.${decimals}` : ''}`
  return value === '0' ? '0' : sign + value
}

const dateForms = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

const readDate = (text: string): ReadCell => {
  const bare = plain(text)
  for (const form of dateForms) {
    const [, year, month = '', day = ''] = form.exec(bare) ?? []
    if (year === undefined) continue
    const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCivilDate(value) ? { value } : { value: bare, wrong: 'notDate' }
  }
  return { value: bare, wrong: 'notDate' }
}

const readEnum = (text: string, column: TableColumn): ReadCell => {
  const bare = plain(text)
  const wanted = squeezed(bare)
  const found = column.values.find(({ zh, en }) => squeezed(zh) === wanted || en === bare)
  if (found) return { value: found.zh }
  return {
    value: bare,
    wrong: 'notInList',
    params: { values: column.values.map(({ zh }) => zh).join('、') },
  }
}

export const squeezed = (text: string): string => plain(text).replace(/\s+/g, '')

// Addresses of this site or of the web; anything else (javascript:, data:) is no link.
const linkForm = /^(https?:\/\/[^\s<>"']+|\/[^\s<>"'\\/][^\s<>"'\\]*)$/

/** Reads one cell by the type of its column. */
export const readCell = (text: string, column: TableColumn): ReadCell => {
  const bare = plain(text)
  if (bare === '') return { value: '' }
  switch (column.type) {
    case 'integer':
    case 'number':
    case 'percent':
    case 'money':
      return readNumber(text, column)
    case 'date':
      return readDate(text)
    case 'enum':
      return readEnum(text, column)
    case 'link':
      return linkForm.test(bare) ? { value: bare } : { value: bare, wrong: 'notLink' }
    case 'telephone':
      return /^[\d()+ -]{3,25}([、,;/][\d()+ -]{3,25})*$/.test(bare)
        ? { value: bare }
        : { value: bare, wrong: 'notTelephone' }
    case 'code': {
      const value = bare.replace(/\s+/g, '')
      return column.pattern && !new RegExp(column.pattern).test(value)
        ? { value, wrong: 'notCode' }
        : { value }
    }
    case 'text':
    case 'region': {
      // Full-width brackets and commas belong to Chinese text: only spaces and invisible signs go.
      const value = text
        .replace(/[\u200b-\u200f\ufeff\u00ad]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      return value.length > longestText
        ? { value, wrong: 'tooLong', params: { most: longestText } }
        : { value }
    }
  }
}

/** What was typed in a row, read by the types of its columns; a cell that is wrong stays as it was typed. */
export const readCells = (schema: Schema, typed: Cells): Cells =>
  Object.fromEntries(
    schema.columns.flatMap((column) => {
      const { value } = readCell(typed[column.key] ?? '', column)
      return value === '' ? [] : [[column.key, value]]
    }),
  )
