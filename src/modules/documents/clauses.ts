import type { ReleaseRule } from '#calendar'
import type { EditionFields } from './contract/shapes.ts'

/** A matter's time rule as the clock reads it: its limit, and others for some of the contents. */
export interface TimeRule extends ReleaseRule {
  readonly alt?: readonly (ReleaseRule & { readonly when: string; readonly mode?: string })[]
}

/** One limit of a matter. `when` is the part of the contents to which it is confined; empty: the rest. */
export interface Clause {
  readonly when: string
  readonly rule: ReleaseRule
}

/** Who said which clause it is: a person, the text's kind and title, the matter's contents, or nobody. */
export type ClauseGround = 'person' | 'text' | 'matter' | 'nobody'

/** What of a text decides which clause times it. */
export type Timed = Pick<EditionFields, 'title' | 'kind'> & {
  readonly clauses: readonly EditionFields['clauses'][number][]
}

/** What of a matter decides it. */
export interface Subject {
  readonly code: string
  readonly name: string
  readonly contentElements: readonly string[]
  readonly timeRule: TimeRule
}

type Decision = 'penalty' | 'permit' | 'coercion'

// 行政处罚法第四十八条, 行政许可法第四十条; 国办发〔2018〕118号: decisions of permits and penalties are to be public
// within seven working days, sooner than the rest. How titles, kinds and matters name such a decision:
const named: readonly (readonly [Decision, RegExp])[] = [
  ['penalty', /处罚[^，。]{0,4}(决定|结果|信息|公示|公告|情况)|(作出|给予)[^，。]*处罚/],
  [
    'permit',
    /许可[^，。]{0,4}(决定|结果|信息|公示|公告|情况)|准予[^，。]*许可|许可(证书?)?(的)?(核发|发放|颁发)|许可(审批|核准)$/,
  ],
  ['coercion', /(强制|查封|扣押|冻结)([^，。]*决定|[^，。]{0,6}(结果|信息|公示|公告))/],
]

// The last word of a Chinese title says what it is: a guide to permits is no permit.
const aroundADecision =
  /(指南|流程图?|程序|基准|清单|目录|办法|规定|细则|制度|标准|告知书|听证公告|听证通知书?|方案|解读|统计表?|年报|年度报告)$/
const touchesDecisions = /处罚|许可|强制|查封|扣押|冻结/
// 党政机关公文处理工作条例第八条: kinds of official document that carry no such decision.
const plainKinds = ['通知', '意见', '报告', '请示', '函', '纪要', '议案', '公报', '命令']
// Contents that lie before or beside a decision; a matter that holds them says nothing of one text.
const besideDecisions =
  /法律|法规|政策|指南|流程|程序|执法依据|裁量|投诉|监督|联系|过程|环节|清单|条件|标准|职能|救济|机构/

const withoutBrackets = (text: string): string =>
  text.replace(/《[^》]*》/g, '').replace(/（[^）]*）$/, '')

const decisionsIn = (text: string): Decision[] =>
  named.flatMap(([decision, words]) => (words.test(text) ? [decision] : []))

const decisionsOfText = (text: Timed): Decision[] => {
  const title = withoutBrackets(text.title)
  return aroundADecision.test(title) ? [] : decisionsIn(`${title}，${text.kind}`)
}

/** A text that cannot be a decision: a guide, a rule, a notice that speaks of none. */
const isPlain = ({ title, kind }: Timed): boolean => {
  const words = withoutBrackets(title)
  return (
    aroundADecision.test(words) ||
    aroundADecision.test(kind) ||
    (plainKinds.includes(kind) && !touchesDecisions.test(words))
  )
}

const decisionsOfMatter = ({ name, contentElements }: Subject): Decision[] =>
  besideDecisions.test(contentElements.join('；')) ? [] : decisionsIn(name)

/** The decisions that a clause speaks of: 行政许可、行政处罚事项, 执法决定信息, 结果信息. */
const decisionsOfClause = ({ when }: Clause): Decision[] => {
  const own: Decision[] = [
    ...(/处罚/.test(when) ? (['penalty'] as const) : []),
    ...(/许可/.test(when) ? (['permit'] as const) : []),
    ...(/强制/.test(when) ? (['coercion'] as const) : []),
  ]
  return own.length === 0 && /执法决定|结果/.test(when) ? ['penalty', 'permit', 'coercion'] : own
}

/** A clause that is confined to a thing by its name: 《听证通知书》, 评估结果. */
const isNamedBy = ({ when }: Clause, { title, kind }: Timed): boolean => {
  const core = when.replace(/[《》]/g, '').replace(/(等)?(事项|信息|内容|材料|情况)$/, '')
  return core.length > 1 && (title.includes(core) || kind.includes(core))
}

const covers = (clause: Clause, decisions: readonly Decision[]): boolean =>
  decisionsOfClause(clause).some((one) => decisions.includes(one))

/** The limits of a matter for what is disclosed unasked, the general one first. */
export function clausesOf({ timeRule }: Subject): [Clause, ...Clause[]] {
  const others = (timeRule.alt ?? []).filter(({ mode }) => mode !== 'on_request')
  return [{ when: '', rule: timeRule }, ...others.map((rule) => ({ when: rule.when, rule }))]
}

/**
 * The clause of a matter's limit that times a text: the one a person chose, else by what the text is,
 * else by what the matter holds. Where none of them tells, the general one, until a person says otherwise.
 */
export function clauseFor(
  matter: Subject,
  text: Timed,
): { readonly clause: Clause; readonly by: ClauseGround } {
  const clauses = clausesOf(matter)
  const [main, ...others] = clauses
  if (others.length === 0) return { clause: main, by: 'matter' }
  const said = text.clauses.find((one) => one.matterCode === matter.code)
  const chosen = said && clauses.find(({ when }) => when === said.when)
  if (chosen) return { clause: chosen, by: 'person' }
  const decisions = decisionsOfText(text)
  const fitting = others.find((one) => covers(one, decisions) || isNamedBy(one, text))
  if (fitting) return { clause: fitting, by: 'text' }
  if (decisions.length > 0 || isPlain(text)) return { clause: main, by: 'text' }
  const held = decisionsOfMatter(matter)
  const usual = others.find((one) => covers(one, held))
  return usual ? { clause: usual, by: 'matter' } : { clause: main, by: 'nobody' }
}
