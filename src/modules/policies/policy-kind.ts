import { parseDocumentNumber } from '#documents'
import type { PolicyClass } from './contract/shapes.ts'

/** What the rule reads of a document. */
export interface Described {
  readonly title: string
  /** 文种: 通知, 意见, 决定 … */
  readonly kind: string
  readonly documentNumber: string
}

interface ClassRule {
  readonly class: PolicyClass | null
  readonly source: string
  readonly holds: (document: Described, organ: string | null) => boolean
}

/** Kinds that order nothing of the public: upward, sideways, news, results. */
const otherKinds: ReadonlySet<string> = new Set(
  '函,纪要,会议纪要,请示,报告,议案,公报,公示,名单,统计,解读,提示,指南,预算,决算,批复,通报,工作动态,工作信息,动态,新闻,简讯,信息简报'.split(
    ',',
  ),
)
const guidingKinds: ReadonlySet<string> = new Set(
  '命令,命令（令）,令,决定,意见,通告,规划,计划,方案,预案'.split(','),
)
const notYetPolicy = /征求意见|草案|送审稿|解读|公示|采纳情况/
const regulationTitle = /条例(?:（[^）]*）)?$/
const ruleTitle =
  /(?:办法|规定|细则|规则|规程)(?:（[^）]*）|\([^)]*\))?[》〉]?(?:的(?:通知|公告|通告|决定))?$/
const governmentOrgan = /(?:政|府)(?:办)?(?:发|字|函)?$/

/**
 * Which documents are policies, first rule that holds. 国办发〔2018〕37号: an administrative normative
 * document touches rights and duties, binds generally and applies repeatedly; since it asks for one
 * register and one numbering, a number with 规 in it says so by itself.
 */
export const classRules: readonly ClassRule[] = [
  {
    class: null,
    source:
      '国办发〔2018〕37号第一条：内部管理、请示报告、会议活动、人事、对具体事项的处理不是规范性文件',
    holds: ({ kind, title }) => otherKinds.has(kind) || notYetPolicy.test(title),
  },
  {
    class: 'regulation',
    source: '《规章制定程序条例》第三十一条、第三十二条：规章以政府令公布',
    holds: ({ title }, organ) => organ?.endsWith('令') === true || regulationTitle.test(title),
  },
  {
    class: 'normative',
    source: '国办发〔2018〕37号：规范性文件统一登记、统一编号、统一印发',
    holds: (_document, organ) => organ?.includes('规') === true,
  },
  {
    class: 'normative',
    source: '《规章制定程序条例》第七条所列名称，由有文号的文件印发',
    holds: ({ title }, organ) => organ !== null && ruleTitle.test(title),
  },
  {
    class: 'other',
    source: '政策文件库其他文件：政府和办公室发文，部门的意见、方案、规划',
    holds: ({ kind }, organ) =>
      organ !== null && (governmentOrgan.test(organ) || guidingKinds.has(kind)),
  },
]

/** The class of a document in the policy library; null for what is no policy. */
export function policyClassOf(document: Described): PolicyClass | null {
  const organ = parseDocumentNumber(document.documentNumber)?.organ ?? null
  return classRules.find((rule) => rule.holds(document, organ))?.class ?? null
}

/** Whether a document is a policy by its kind, number and title. */
export const isPolicyKind = (document: Described): boolean => policyClassOf(document) !== null
