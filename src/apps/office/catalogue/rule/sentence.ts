import type { PlainTimeRule, TimeRule } from '#catalogue/contract'
import type { Say } from '../../words.tsx'

const span = (say: Say, days: number | undefined, unit: PlainTimeRule['unit']): string =>
  say(`office.catalogue.rule.span.${unit ?? 'working'}`, { days: days ?? 0 })

/** The event from which a limit counts, in words. */
const event = (say: Say, rule: PlainTimeRule): string =>
  rule.trigger === 'other' || (!rule.trigger && rule.triggerText)
    ? rule.triggerText || say('office.catalogue.rule.trigger.other')
    : say(`office.catalogue.rule.trigger.${rule.trigger ?? 'formed_or_changed'}`)

const day = (say: Say, rule: PlainTimeRule): string => {
  const [month, date] = (rule.by ?? '').split('-')
  return date
    ? say('office.catalogue.rule.monthDay', { month: Number(month), day: Number(date) })
    : ''
}

const main = (say: Say, rule: PlainTimeRule): string => {
  const period = say(`office.catalogue.rule.period.${rule.period ?? 'year'}`)
  switch (rule.kind) {
    case 'within':
    case 'before':
      return say(`office.catalogue.rule.${rule.kind}`, {
        event: event(say, rule),
        span: span(say, rule.days, rule.unit),
      })
    case 'periodic':
      if (rule.days)
        return say('office.catalogue.rule.everyDays', { span: span(say, rule.days, rule.unit) })
      return rule.by
        ? say('office.catalogue.rule.periodicBy', { period, day: Number(rule.by.slice(-2)) })
        : say('office.catalogue.rule.periodic', { period })
    case 'fixed_date':
      return say('office.catalogue.rule.fixedDate', { date: day(say, rule) })
    case 'on_event':
      return rule.trigger || rule.triggerText
        ? say('office.catalogue.rule.onEvent', { event: event(say, rule) })
        : say('office.catalogue.rule.onEvent.bare')
    default:
      return say(`office.catalogue.rule.${rule.kind}`)
  }
}

const plain = (say: Say, rule: PlainTimeRule): string =>
  [
    main(say, rule),
    rule.display &&
      say(`office.catalogue.rule.display.${rule.display.atLeast ? 'atLeast' : 'exact'}`, {
        span: span(say, rule.display.days, rule.display.unit),
      }),
    rule.retention && say(`office.catalogue.rule.retention.${rule.retention}`),
    rule.exceptLaw && say('office.catalogue.rule.exceptLaw'),
  ]
    .filter(Boolean)
    .join(say('office.catalogue.rule.join'))

/** What a time rule demands, in one sentence; exceptions follow their cases. */
export const ruleSentence = (say: Say, rule: PlainTimeRule | TimeRule): string => {
  const others = 'alt' in rule ? (rule.alt ?? []) : []
  return [
    plain(say, rule),
    ...others.map((one) =>
      say('office.catalogue.rule.case', { when: one.when, rule: plain(say, one) }),
    ),
  ].join(say('office.catalogue.rule.caseJoin'))
}
