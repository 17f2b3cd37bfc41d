import { type Issue, issue } from '#platform/refusal'
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

/** What has to balance before a report goes out, or to be answered for where it went out as it is. */
export const brokenRules = ({ findings }: Pick<Checked, 'findings'>): Finding[] =>
  findings.filter(({ level }) => level === 'ERROR')

/** Broken rules as points to mend, each with both sides of its equation. */
export const brokenPoints = (broken: readonly Finding[]): Issue[] =>
  broken.map(({ id, cell, equation, left, right }) =>
    issue('report', 'reportBroken', {
      id,
      cell,
      equation,
      left: String(left ?? '—'),
      right: String(right ?? '—'),
    }),
  )

export const isSound = (checked: Pick<Checked, 'findings'>): boolean =>
  brokenRules(checked).length === 0
