/** Why a finding stays in a text before the public. Its words are `documents.overrule.<code>`. */
export interface OverruleGround {
  readonly code: string
  readonly article: string
}

export const overruleGrounds = [
  // Names and amounts of those who receive, decisions of punishment with the person named.
  { code: 'lawRequires', article: '政府信息公开条例第十九条、第二十条' },
  { code: 'officeContact', article: '政府信息公开条例第二十条第一项、第二十八条' },
  { code: 'consent', article: '政府信息公开条例第十五条；个人信息保护法第二十五条' },
  { code: 'publicInterest', article: '政府信息公开条例第十五条' },
  // The scanner is a machine: it takes some numbers for what they are not.
  { code: 'notPersonal', article: '' },
] as const satisfies readonly OverruleGround[]
