import { readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import type { Act } from '#platform/act'
import { inHome } from '#platform/home'
import type { Field } from './contract.ts'
import { upsertFields } from './store/fields.ts'

/** The fields that ship with the program: the 26 of 国办发〔2019〕54号 and those added since. */
const shippedFields = (): Field[] =>
  JSON.parse(readFileSync(inHome('data', 'reference-catalogue', 'fields.json'), 'utf8')) as Field[]

/** Puts the shipped fields into the database or brings them up to date; fields of a place stay. */
export const loadFields = (act: Act): Promise<void> => upsertFields(act.tx, shippedFields())

const lettersPerSlug = 40

/** An ASCII name for addresses: the sounds of the Chinese one. */
export const slugOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, lettersPerSlug)
