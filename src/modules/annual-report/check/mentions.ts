/** `１，２３４` and `1,234` are 1234. */
export const narrow = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1')
    .replaceAll('．', '.')

// A clause ends here; a thousands' comma is gone by then.
const clauses = (text: string): string[] => narrow(text).split(/[，,。；;、\n]/)

const mentions = {
  requests: {
    about: /(?:收到|受理|新收|接收|收件).*申请|申请.*(?:收到|受理|新收|接收)/,
    // Parts of the whole, other years, growth: other figures than this one.
    not: /结转|其中|网络|信函|邮|当面|现场|传真|自然人|法人|企业|上年|去年|同比|增长|下降|办结|答复|累计/,
  },
  permits: { about: /行政许可/, not: /上年|去年|同比|增长|下降|其中|累计|事项/ },
  penalties: { about: /行政处罚/, not: /上年|去年|同比|增长|下降|其中|累计|事项/ },
} as const

const counted = /(\d+)\s*(?:件|条|宗|份|次|个|项)/

/** The numbers that a text gives for a figure of the tables. */
export const readMention = (text: string, what: keyof typeof mentions): number[] => {
  const { about, not } = mentions[what]
  return clauses(text)
    .filter((clause) => about.test(clause) && !not.test(clause))
    .flatMap((clause) => {
      const from = clause.search(about)
      const number = counted.exec(clause.slice(from))?.[1]
      return number === undefined ? [] : [Number(number)]
    })
}

/** What a text says of the processing fee: null if nothing, no amount if it only speaks of it. */
export const readFee = (text: string): { readonly yuan: number | null } | null => {
  const told = narrow(text)
    .split(/[。；;\n]/)
    .find((sentence) => /信息处理费|政府信息公开.{0,12}收费|收取.{0,12}费/.test(sentence))
  if (told === undefined) return null
  const after = told.slice(Math.max(0, told.search(/信息处理费|收费|收取/)))
  const amount = /(\d+(?:\.\d+)?)\s*(万?)元/.exec(after)
  if (amount) return { yuan: Math.round(Number(amount[1]) * (amount[2] ? 10_000 : 1) * 100) / 100 }
  return { yuan: /未|没有|无|不/.test(told) ? 0 : null }
}
