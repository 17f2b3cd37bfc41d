import { type Issue, issue } from '#platform/refusal'
import { type Element, elements, requiredElements, type Substance } from './contract/forms.ts'

/** The words by which a text shows that it says something of an element. */
const signs: Readonly<Record<Element, RegExp>> = {
  background: /背景|为什么|为何|由来|出台(的)?(原因|考虑)|从哪里来|近年来|现状/g,
  purpose: /目的|目标|旨在|为了|意义/g,
  measures: /主要(内容|措施|举措|任务)|重点任务|措施|举措|怎么|如何|哪些/g,
  changes: /变化|不同|相比|调整|修订|新增|提高|原来|去年/g,
  basis: /依据|根据|按照《/g,
  process: /起草|征求意见|论证|审议|常务会议/g,
  scope: /适用(范围|对象)|对象|范围|哪些(人|企业|群众)/g,
  standards: /标准|金额|额度|比例|每人每月|万元/g,
  terms: /名词解释|是指|指的是|所称/g,
  benefits: /享受|受益|领取|减轻|便利|补助/g,
  handling: /办理|申请|流程|步骤|材料/g,
  contact: /(咨询|联系)(电话|方式|人)|热线|电话/g,
}

// Enough for an eye to judge whether the word means it; the text itself is beside the list.
const around = 10
const mostSigns = 3

const quote = (text: string, at: number, word: string): string =>
  text
    .slice(Math.max(0, at - around), at + word.length + around)
    .replace(/\s+/g, ' ')
    .trim()

export interface SubstanceLine {
  readonly element: Element
  readonly required: boolean
  readonly said: 'covered' | 'notApplicable' | null
  readonly because: string[]
}

/** What a text seems to say of each element, beside what its author says that it does (M53). */
export const substanceOf = (text: string, said: Substance): SubstanceLine[] =>
  elements.map((element) => ({
    element,
    required: requiredElements.includes(element),
    said: said[element] ?? null,
    because: [...text.matchAll(signs[element])]
      .slice(0, mostSigns)
      .map((match) => quote(text, match.index, match[0])),
  }))

/** Required elements of which the author has said nothing. A word in the text ticks no box by itself. */
export const openElements = (said: Substance): Issue[] =>
  requiredElements
    .filter((element) => !said[element])
    .map((element) => issue(`substance.${element}`, 'elementUnanswered'))
