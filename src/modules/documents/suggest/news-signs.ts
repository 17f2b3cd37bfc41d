/** A phrase that tells news of an office's own work from information that people can use. */
export interface NewsSign {
  readonly pattern: RegExp
  /** What the phrase reports. */
  readonly reports: 'meeting' | 'activity' | 'leader' | 'praise' | 'report'
}

/** In a title: who met, went, was praised; seen in columns that inspectors had marked as filled up. */
export const titleSigns: readonly NewsSign[] = [
  {
    pattern: /(?:召开|举行|举办|组织).{0,30}(?:会议?|座谈|仪式|比赛|培训班|论坛)/,
    reports: 'meeting',
  },
  {
    pattern:
      /(?:会议|座谈会|推进会|动员会|部署会|调度会|总结会|恳谈会)(?:召开|举行|在.{2,12}召开)?$/,
    reports: 'meeting',
  },
  {
    pattern:
      /(?:开展|组织|举办|启动).{0,30}(?:活动|行动|宣传|培训|检查|走访|慰问|演练|整治|志愿服务)/,
    reports: 'activity',
  },
  {
    pattern:
      /(?:书记|市长|县长|区长|镇长|乡长|主任|局长|所长|厅长|主席|领导|一行|督导组).{0,20}(?:调研|督导|督查|视察|检查|指导|慰问|走访|带队|出席|会见)/,
    reports: 'leader',
  },
  {
    pattern:
      /(?:调研|督导|视察|慰问|走访|检查指导|考察学习|观摩)(?:工作|.{0,12}工作)?$|(?:赴|到|来|深入).{2,15}(?:调研|考察|督导|指导|慰问)/,
    reports: 'leader',
  },
  {
    pattern:
      /圆满|喜获|荣获|吹响|掀起|谱写|擦亮|按下.{0,4}快进键|跑出.{0,6}加速度|侧记|纪实|掠影|风采/,
    reports: 'praise',
  },
]

/** In the opening of the body: the tone of a report. */
export const bodySigns: readonly NewsSign[] = [
  {
    pattern: /^[^。]{0,20}(?:近日|日前|连日来|\d{1,2}月\d{1,2}日(?:上午|下午|晚)?)[，,]/,
    reports: 'report',
  },
  { pattern: /会议(?:指出|强调|要求|认为)/, reports: 'meeting' },
  { pattern: /(?:通讯员|记者|供稿|摄影)[：:\s]/, reports: 'report' },
  { pattern: /(?:参加|出席)(?:会议|活动|了)/, reports: 'meeting' },
]

/** Kinds of official text: one of these at the end of a title outweighs any tone. */
export const officialTitle =
  /(?:通知|通告|公告|公示|意见|决定|办法|规定|细则|方案|规划|计划|批复|函|预案|指南|清单|目录|名单|标准|流程|预算|决算|纪要|报告|制度|一览表|明细表?|名册|须知|结果|答复|提示|解读)(?:[（(].{1,20}[）)])?》?$|(?:提示|预警|通报)[：:]/

/** Matters that ask for what was done, where a report is what the catalogue wants. */
export const reportingMatter = /动态|资讯|活动|会议|培训|宣传|工作情况|开展情况|执行情况|督查|演练/
