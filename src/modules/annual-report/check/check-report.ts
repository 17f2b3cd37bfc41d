import type { Deadline } from '../contract/deadlines.ts'
import { type AnnualReport, type Finding, partText, type Rule } from '../contract/report.ts'
import { checkBalance } from './balance.ts'
import { checkFigures } from './figures.ts'
import { checkNarrative } from './narrative.ts'

/** What is known beside the report itself. */
export interface Beside {
  readonly previous?: AnnualReport | undefined
  /** Fifth parts of neighbours, for V11. */
  readonly siblings?: readonly { readonly name: string; readonly text: string }[]
  readonly paidYuan?: number | undefined
  readonly mayMakeRules?: boolean
  readonly deadlines?: readonly Deadline[]
}

export interface Checked {
  readonly findings: readonly Finding[]
  /** Rules for which something was missing, so that silence is not taken for consent. */
  readonly notChecked: readonly Rule[]
}

/** Every broken rule of a report, V01–V16, as far as what is known allows. */
export const checkReport = (report: AnnualReport, beside: Beside = {}): Checked => {
  const { previous } = beside
  const lastYear = previous ? [{ name: `${previous.year}`, text: partText(previous, 5) }] : []
  return {
    findings: [
      ...checkBalance(report, previous),
      ...checkFigures(report, previous, beside.mayMakeRules ?? false),
      ...checkNarrative(report, {
        paidYuan: beside.paidYuan,
        others: [...lastYear, ...(beside.siblings ?? [])],
        deadlines: beside.deadlines,
      }),
    ].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)),
    notChecked: [
      ...(previous ? [] : (['V04', 'V07', 'V10'] as const)),
      ...(previous || beside.siblings ? [] : (['V11'] as const)),
      ...(report.publishedOn === null ? (['V14'] as const) : []),
    ],
  }
}

export const isSound = ({ findings }: Pick<Checked, 'findings'>): boolean =>
  !findings.some(({ level }) => level === 'ERROR')
