/** Where answers of a kind fail in reconsideration and in court, with what the risk rests on. */
export interface Risk {
  /** A result code, or the class before its slash; empty: every answer. */
  readonly code: string
  /** Names the words `requests.risk.<key>`. */
  readonly key: string
  readonly level: 'low' | 'middle' | 'high'
  readonly source: string
}

const regulations = (article: string) => `《中华人民共和国政府信息公开条例》${article}`
const reconsideration = (article: string) => `《中华人民共和国行政复议法》（2023年修订）${article}`
const court2025 =
  '《最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释》（法释〔2025〕8号）'

export const risks: readonly Risk[] = [
  { code: '', key: 'late', level: 'high', source: regulations('第三十三条') },
  { code: '', key: 'remedy', level: 'middle', source: reconsideration('第二十条、第二十三条') },
  { code: 'granted', key: 'whole', level: 'low', source: regulations('第三十六条第（二）项') },
  { code: 'partial', key: 'severed', level: 'middle', source: regulations('第三十七条') },
  { code: 'refused', key: 'first', level: 'middle', source: reconsideration('第二十三条') },
  { code: 'refused', key: 'ground', level: 'high', source: `${court2025}第一条` },
  {
    code: 'refused/state_secret',
    key: 'classified',
    level: 'middle',
    source: regulations('第十四条、第十七条'),
  },
  {
    code: 'refused/third_party',
    key: 'consulted',
    level: 'high',
    source: regulations('第十五条、第三十二条'),
  },
  {
    code: 'refused/internal_affairs',
    key: 'effect',
    level: 'high',
    source: regulations('第十六条第一款'),
  },
  {
    code: 'refused/process_info',
    key: 'finished',
    level: 'high',
    source: regulations('第十六条第二款'),
  },
  {
    code: 'refused/case_file',
    key: 'file',
    level: 'middle',
    source: regulations('第十六条第二款'),
  },
  {
    code: 'refused/security_stability',
    key: 'argued',
    level: 'high',
    source: regulations('第十四条'),
  },
  {
    code: 'refused/query_matter',
    key: 'special',
    level: 'low',
    source: regulations('第三十六条第（七）项'),
  },
  {
    code: 'unavailable/not_held',
    key: 'searched',
    level: 'high',
    source: regulations('第三十六条第（四）项、第（五）项'),
  },
  {
    code: 'unavailable/needs_creation',
    key: 'existing',
    level: 'middle',
    source: regulations('第三十八条'),
  },
  {
    code: 'unavailable/still_unclear',
    key: 'guided',
    level: 'middle',
    source: regulations('第三十条'),
  },
  {
    code: 'not_handled/petition',
    key: 'nature',
    level: 'middle',
    source: regulations('第三十九条第一款'),
  },
  {
    code: 'not_handled/repeat',
    key: 'same',
    level: 'middle',
    source: regulations('第三十六条第（六）项'),
  },
  {
    code: 'not_handled/excessive',
    key: 'reasons',
    level: 'high',
    source: regulations('第三十五条'),
  },
]

/** What can go wrong with an answer: what holds for every answer, for its class, for itself. */
export const risksOf = (resultCode: string): Risk[] => {
  const [group] = resultCode.split('/')
  return risks.filter(({ code }) => code === '' || code === group || code === resultCode)
}
