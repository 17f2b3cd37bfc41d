import type { ResultCode } from './result-codes.ts'

const art = (text: string): string => `《中华人民共和国政府信息公开条例》${text}`

/** Where an answer leads: on, to the end, or on with a part that must be withheld. */
type Leads = 'on' | { readonly ends: ResultCode } | { readonly withholdsPart: ResultCode }

interface Question {
  readonly name: string
  readonly article: string
  readonly options: Readonly<Record<string, Leads>>
}

const wholeOrPart = (code: ResultCode): Readonly<Record<string, Leads>> => ({
  no: 'on',
  part: { withholdsPart: code },
  whole: { ends: code },
})

/**
 * The questions in the order of review: whether it is a request at all, whether the office has it,
 * whether anything forbids it. The first that settles the case ends the way.
 */
export const questions: readonly Question[] = [
  {
    name: 'nature',
    article: art('第二条、第三十九条'),
    options: {
      information: 'on',
      petition: { ends: 'not_handled/petition' },
      publication: { ends: 'not_handled/publication' },
      confirm: { ends: 'not_handled/confirm_or_reissue' },
    },
  },
  {
    name: 'upheld',
    article: `${art('第三十条')}；国办函〔2020〕109号第六条`,
    options: {
      yes: 'on',
      withdrawn: { ends: 'other/other' },
      notCorrected: { ends: 'other/overdue_correction' },
      notPaid: { ends: 'other/overdue_fee' },
    },
  },
  {
    name: 'clear',
    article: art('第二十九条、第三十条'),
    options: { yes: 'on', no: { ends: 'unavailable/still_unclear' } },
  },
  {
    name: 'repeated',
    article: art('第三十六条第（六）项'),
    options: { no: 'on', yes: { ends: 'not_handled/repeat' } },
  },
  {
    name: 'excessive',
    article: art('第三十五条'),
    options: { no: 'on', reasonable: 'on', unreasonable: { ends: 'not_handled/excessive' } },
  },
  {
    name: 'queryMatter',
    article: art('第三十六条第（七）项'),
    options: { no: 'on', yes: { ends: 'refused/query_matter' } },
  },
  {
    name: 'held',
    article: art('第十条、第三十六条第（四）项、第（五）项'),
    options: {
      yes: 'on',
      notFound: { ends: 'unavailable/not_held' },
      otherOrgan: { ends: 'unavailable/not_held' },
    },
  },
  {
    name: 'ready',
    article: art('第三十八条'),
    options: { yes: 'on', no: { ends: 'unavailable/needs_creation' } },
  },
  {
    name: 'alreadyPublic',
    article: art('第三十六条第（一）项'),
    options: { no: 'on', yes: { ends: 'granted/already_public' } },
  },
  {
    name: 'stateSecret',
    article: art('第十四条、第十七条'),
    options: wholeOrPart('refused/state_secret'),
  },
  {
    name: 'lawProhibits',
    article: art('第十四条'),
    options: wholeOrPart('refused/law_prohibits'),
  },
  {
    name: 'security',
    article: art('第十四条'),
    options: wholeOrPart('refused/security_stability'),
  },
  {
    name: 'thirdParty',
    article: art('第十五条、第三十二条'),
    options: {
      no: 'on',
      consents: 'on',
      publicInterest: 'on',
      part: { withholdsPart: 'refused/third_party' },
      whole: { ends: 'refused/third_party' },
    },
  },
  {
    name: 'internal',
    article: art('第十六条第一款'),
    options: wholeOrPart('refused/internal_affairs'),
  },
  {
    name: 'process',
    article: art('第十六条第二款'),
    options: wholeOrPart('refused/process_info'),
  },
  {
    name: 'caseFile',
    article: art('第十六条第二款'),
    options: wholeOrPart('refused/case_file'),
  },
  // Art. 37: what can be severed has to be supplied; what cannot falls with the part.
  { name: 'severable', article: art('第三十七条'), options: { yes: 'on', no: 'on' } },
]

export type GuideAnswers = Readonly<Record<string, string>>

export interface GuideStep {
  readonly question: string
  readonly article: string
  readonly options: readonly string[]
  readonly answer: string | null
}

export interface Guided {
  /** The way so far; the last step is unanswered until the way ends. */
  readonly steps: readonly GuideStep[]
  readonly code: ResultCode | null
  /** The grounds of what is withheld, in whole or in part. */
  readonly grounds: readonly ResultCode[]
}

/** Follows the answers to the result code. An answer that no option bears counts as not given. */
export const guided = (answers: GuideAnswers): Guided => {
  const steps: GuideStep[] = []
  const grounds: ResultCode[] = []
  for (const { name, article, options } of questions) {
    if (name === 'severable' && grounds.length === 0) continue
    const answer = answers[name] ?? ''
    const leads = Object.hasOwn(options, answer) ? options[answer] : undefined
    steps.push({
      question: name,
      article,
      options: Object.keys(options),
      answer: leads ? answer : null,
    })
    if (!leads) return { steps, code: null, grounds }
    if (leads !== 'on' && 'ends' in leads) {
      const withheld = leads.ends.startsWith('refused/') && leads.ends !== 'refused/query_matter'
      return { steps, code: leads.ends, grounds: withheld ? [leads.ends] : [] }
    }
    if (leads !== 'on') grounds.push(leads.withholdsPart)
  }
  const [first] = grounds
  if (!first) return { steps, code: 'granted/provided', grounds }
  return { steps, code: answers.severable === 'yes' ? 'partial' : first, grounds }
}
