import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { declareNotApplicable, withdrawNotApplicable } from '#catalogue'
import { withdrawDocument } from '#documents'
import type { EditionMark } from '#documents/contract'
import type { Organization } from '#organizations'
import { theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import {
  type Account,
  abandon,
  correct,
  makeAccount,
  makeTownDraft,
  on,
  type Rhythm,
  release,
} from '../../../test/world/assessment.ts'
import { type World, world } from '../../../test/world/world.ts'
import { turnStandings } from './commands/turn-standings.ts'

interface Cell {
  readonly standing: string
  readonly documents: number
  readonly due: CivilDate | null
  readonly turns: CivilDate | null
}

const cellOf = async (w: World, town: Organization, code: string): Promise<Cell> => {
  const { rows } = await sql<Cell>`
    select standing, documents, due_on as due, turns_on as turns from assessment.standing
    where organization_id = ${town.id} and matter_code = ${code}`.execute(w.db)
  return rows[0] as Cell
}

/** What happens in a town, day by day; `at` stands for the matter of the case. */
interface Town {
  draft(day: CivilDate, formedOn?: CivilDate, also?: readonly Rhythm[]): Promise<EditionMark>
  release(draft: EditionMark, day: CivilDate): Promise<EditionMark>
  releases(day: CivilDate, formedOn?: CivilDate): Promise<EditionMark>
  withdraws(document: EditionMark, day: CivilDate): Promise<unknown>
  abandons(draft: EditionMark, day: CivilDate): Promise<unknown>
  corrects(document: EditionMark, day: CivilDate): Promise<EditionMark>
  declares(reason: string | null, day: CivilDate): Promise<unknown>
  keepsBack(day: CivilDate): Promise<unknown>
}

interface Case {
  readonly says: string
  readonly matter: Rhythm
  readonly happens?: (town: Town) => Promise<unknown>
  readonly asOf: CivilDate
  readonly is: Cell
}

const is = (
  standing: string,
  documents = 0,
  due: CivilDate | null = null,
  turns: CivilDate | null = null,
): Cell => ({ standing, documents, due, turns })

// Ten working days from Monday 2 March 2026 end on 16 March.
const formed = '2026-03-02'

const cases: readonly Case[] = [
  { says: 'never any content', matter: 'tenDays', asOf: '2026-06-30', is: is('blank') },
  { says: 'never any content', matter: 'quarterly', asOf: '2026-06-30', is: is('blank') },
  {
    says: 'what was formed waits, on its last day',
    matter: 'tenDays',
    happens: (town) => town.draft(formed),
    asOf: '2026-03-16',
    is: is('due', 0, '2026-03-16', '2026-03-17'),
  },
  {
    says: 'and is late the day after',
    matter: 'tenDays',
    happens: (town) => town.draft(formed),
    asOf: '2026-03-17',
    is: is('late', 0, '2026-03-16'),
  },
  {
    says: 'a matter without a number has the twenty working days of 条例 art. 26',
    matter: 'promptly',
    happens: (town) => town.draft(formed),
    asOf: '2026-03-30',
    is: is('due', 0, '2026-03-30', '2026-03-31'),
  },
  {
    says: 'a text for two matters is due for each on its own day',
    matter: 'promptly',
    happens: (town) => town.draft(formed, formed, ['tenDays']),
    asOf: '2026-03-17',
    is: is('due', 0, '2026-03-30', '2026-03-31'),
  },
  {
    says: 'what is given up waits no more',
    matter: 'tenDays',
    happens: async (town) => town.abandons(await town.draft(formed), '2026-03-03'),
    asOf: '2026-04-30',
    is: is('blank'),
  },
  {
    says: 'what will not be disclosed of our own accord is not due',
    matter: 'tenDays',
    happens: (town) => town.keepsBack(formed),
    asOf: '2026-04-30',
    is: is('blank'),
  },
  {
    says: 'released on the last day is in time',
    matter: 'tenDays',
    happens: (town) => town.releases('2026-03-16', formed),
    asOf: '2026-12-31',
    is: is('met', 1),
  },
  {
    says: 'released a day later is late, and stays so',
    matter: 'tenDays',
    happens: (town) => town.releases('2026-03-17', formed),
    asOf: '2026-12-31',
    is: is('late', 1),
  },
  {
    says: 'the newest release counts: in time after a late one',
    matter: 'tenDays',
    happens: async (town) => {
      await town.releases('2026-03-17', formed)
      await town.releases('2026-04-02', '2026-04-01')
    },
    asOf: '2026-04-03',
    is: is('met', 2),
  },
  {
    says: 'the newest release counts: late after one in time',
    matter: 'tenDays',
    happens: async (town) => {
      await town.releases('2026-03-03', formed)
      await town.releases('2026-06-01', '2026-04-01')
    },
    asOf: '2026-06-02',
    is: is('late', 2),
  },
  {
    says: 'something new waits beside a late release',
    matter: 'tenDays',
    happens: async (town) => {
      await town.releases('2026-03-17', formed)
      await town.draft('2026-04-01')
    },
    asOf: '2026-04-02',
    is: is('due', 1, '2026-04-16', '2026-04-17'),
  },
  {
    says: 'withdrawn, nothing is left',
    matter: 'tenDays',
    happens: async (town) => town.withdraws(await town.releases('2026-03-03'), '2026-03-04'),
    asOf: '2026-03-05',
    is: is('blank'),
  },
  {
    says: 'withdrawn, the one before it counts again',
    matter: 'tenDays',
    happens: async (town) => {
      await town.releases('2026-03-03')
      const late = await town.releases('2026-06-01', '2026-04-01')
      await town.withdraws(late, '2026-06-02')
    },
    asOf: '2026-06-03',
    is: is('met', 1),
  },
  {
    says: 'a correction keeps the old edition up, however long it takes',
    matter: 'tenDays',
    happens: async (town) => town.corrects(await town.releases('2026-03-03', formed), '2026-03-04'),
    asOf: '2026-06-30',
    is: is('met', 1),
  },
  {
    says: 'a correction released later makes nothing late',
    matter: 'tenDays',
    happens: async (town) => {
      const document = await town.releases('2026-03-03', formed)
      await town.release(await town.corrects(document, '2026-05-04'), '2026-05-06')
    },
    asOf: '2026-06-30',
    is: is('met', 1),
  },
  {
    says: 'what is drafted anew of a withdrawn document waits',
    matter: 'tenDays',
    happens: async (town) => {
      const document = await town.releases('2026-03-03', formed)
      await town.corrects(document, '2026-03-04')
      await town.withdraws(document, '2026-03-05')
    },
    asOf: '2026-03-17',
    is: is('late', 0, '2026-03-16'),
  },
  {
    says: 'nothing of the kind happens here',
    matter: 'tenDays',
    happens: async (town) => {
      await town.draft(formed)
      await town.declares('本镇无此类事项', '2026-03-03')
    },
    asOf: '2026-06-30',
    is: is('notApplicable'),
  },
  {
    says: 'it does after all',
    matter: 'tenDays',
    happens: async (town) => {
      await town.draft(formed)
      await town.declares('本镇无此类事项', '2026-03-03')
      await town.declares(null, '2026-03-04')
    },
    asOf: '2026-03-16',
    is: is('due', 0, '2026-03-16', '2026-03-17'),
  },
  ...periodCases('monthly', '2026-03-10', [
    ['2026-03-31', is('met', 1, null, '2026-04-01')],
    ['2026-04-01', is('due', 1, '2026-04-30', '2026-05-01')],
    ['2026-04-30', is('due', 1, '2026-04-30', '2026-05-01')],
    ['2026-05-01', is('late', 1, '2026-04-30')],
    ['2026-12-31', is('late', 1, '2026-04-30')],
  ]),
  ...periodCases('quarterly', '2026-02-10', [
    ['2026-03-31', is('met', 1, null, '2026-04-01')],
    ['2026-04-01', is('due', 1, '2026-06-30', '2026-07-01')],
    ['2026-07-01', is('late', 1, '2026-06-30')],
  ]),
  ...periodCases('halfYearly', '2025-08-01', [
    ['2025-12-31', is('met', 1, null, '2026-01-01')],
    ['2026-01-01', is('due', 1, '2026-06-30', '2026-07-01')],
    ['2026-07-01', is('late', 1, '2026-06-30')],
  ]),
  ...periodCases('yearly', '2025-05-12', [
    ['2025-12-31', is('met', 1, null, '2026-01-01')],
    ['2026-12-31', is('due', 1, '2026-12-31', '2027-01-01')],
    ['2027-01-01', is('late', 1, '2026-12-31')],
  ]),
  ...periodCases('byJanuary', '2025-01-20', [
    ['2025-12-31', is('met', 1, null, '2026-01-01')],
    ['2026-01-01', is('due', 1, '2026-01-31', '2026-02-01')],
    ['2026-01-31', is('due', 1, '2026-01-31', '2026-02-01')],
    ['2026-02-01', is('late', 1, '2026-01-31')],
  ]),
  ...periodCases('byTwentieth', '2026-01-15', [
    ['2026-03-31', is('met', 1, null, '2026-04-01')],
    ['2026-04-20', is('due', 1, '2026-04-20', '2026-04-21')],
    ['2026-04-21', is('late', 1, '2026-04-20')],
  ]),
  {
    says: 'released in its year, but after its day',
    matter: 'byJanuary',
    happens: (town) => town.releases('2026-02-05', '2026-01-12'),
    asOf: '2026-12-31',
    is: is('late', 1, null, '2027-01-01'),
  },
  {
    says: 'a draft does not make up for a period that passed empty',
    matter: 'quarterly',
    happens: async (town) => {
      await town.releases('2026-02-10')
      await town.draft('2026-07-02')
    },
    asOf: '2026-07-03',
    is: is('late', 1, '2026-06-30'),
  },
  {
    says: 'what waits is due before the period ends',
    matter: 'quarterly',
    happens: async (town) => {
      await town.releases('2026-02-10')
      await town.draft('2026-03-02')
    },
    asOf: '2026-03-31',
    is: is('due', 1, '2026-03-31', '2026-04-01'),
  },
]

function periodCases(
  matter: Rhythm,
  released: CivilDate,
  days: readonly (readonly [CivilDate, Cell])[],
): Case[] {
  return days.map(([asOf, expected]) => ({
    says: `released on ${released}`,
    matter,
    happens: (town) => town.releases(released),
    asOf,
    is: expected,
  }))
}

const townOf = (w: World, account: Account, town: Organization, matter: Rhythm): Town => {
  const code = account.codeOf[matter]
  const acts: Town = {
    draft: (day, formedOn = day, also = []) =>
      makeTownDraft(w, account, {
        town,
        matters: [code, ...also.map((one) => account.codeOf[one])],
        formedOn,
        day,
      }),
    release: (draft, day) => release(w, account, draft, day),
    releases: async (day, formedOn = day) => acts.release(await acts.draft(day, formedOn), day),
    withdraws: ({ documentId: id }, day) =>
      w.act(
        (act) => withdrawDocument(act, { id, note: '内容有误', replacedById: null }),
        account.signer,
        on(day),
      ),
    abandons: (draft, day) => abandon(w, account, draft, day),
    corrects: ({ documentId }, day) => correct(w, account, documentId, day),
    declares: (reason, day) => {
      const duty = { organizationId: town.id, matterCode: code }
      return w.act(
        (act) =>
          reason === null
            ? withdrawNotApplicable(act, duty)
            : declareNotApplicable(act, { ...duty, reason }),
        theSystem,
        on(day),
      )
    },
    keepsBack: (day) =>
      makeTownDraft(w, account, {
        town,
        matters: [code],
        formedOn: day,
        day,
        fields: { attribute: 'onRequest', attributeGround: 'art13', attributeReason: '过程性信息' },
      }),
  }
  return acts
}

const w = await world()
const account = await makeAccount(w, { towns: cases.length })

test.each(cases.map((one, index) => ({ ...one, index })))(
  '[M35] $matter, $says: as of $asOf $is.standing',
  async ({ matter, happens, asOf, is: expected, index }) => {
    const town = account.towns[index] as Organization
    await happens?.(townOf(w, account, town, matter))
    await w.act(turnStandings, theSystem, on(asOf))
    expect(await cellOf(w, town, account.codeOf[matter])).toEqual(expected)
  },
)
