import { oneLine, squeezed, withoutBrackets } from './spelling.ts'

interface FieldName {
  /** Names in good standing: a file's own choice among them is kept. */
  readonly names: readonly string[]
  /** Other spellings met in published tables; they are replaced by the first name. */
  readonly spellings: readonly string[]
  /** When and by which instrument the field came in. */
  readonly since: string
  readonly by: string
}

const pilot = { since: '2017-05-09', by: '国办发〔2017〕42号、国办发〔2019〕54号' }
const later = (since: string, by: string) => ({ since, by })

/**
 * Names of the fields of the standard catalogue as they are printed on tables; fields.json of the
 * reference catalogue says which field each of them is. The pilot plan of 2017 and the
 * guidelines of 2019 name several fields differently, and both are in use on government sites.
 */
export const fieldNames: readonly FieldName[] = [
  {
    names: ['重大建设项目'],
    spellings: ['重大建设项目批准和实施', '重大项目'],
    ...pilot,
  },
  { names: ['公共资源交易'], spellings: ['公共资源配置', '公共资源'], ...pilot },
  { names: ['义务教育'], spellings: ['教育'], ...pilot },
  { names: ['户籍管理'], spellings: ['户籍'], ...pilot },
  { names: ['社会救助'], spellings: ['社会救助及福利', '社会救助和福利'], ...pilot },
  { names: ['养老服务'], spellings: ['养老'], ...pilot },
  { names: ['公共法律服务'], spellings: ['法律服务'], ...pilot },
  {
    names: ['财政预决算'],
    spellings: ['财政预算决算', '财政预决算公开', '财政预（决）算', '预决算'],
    ...pilot,
  },
  {
    names: ['就业', '就业创业', '就业创业（就业）'],
    spellings: ['公共就业', '公共就业服务', '就业服务', '就业与创业'],
    ...pilot,
  },
  { names: ['社会保险'], spellings: ['社保'], ...pilot },
  { names: ['城乡规划', '国土空间规划'], spellings: ['城乡规划管理'], ...pilot },
  {
    names: ['农村集体土地征收', '征地补偿', '征地补偿（农村集体土地征收）'],
    spellings: ['集体土地征收', '征地信息', '土地征收', '农村集体土地征收补偿'],
    ...pilot,
  },
  {
    names: ['生态环境', '环境保护', '环境保护（生态环境）'],
    spellings: ['环保', '生态环境保护'],
    ...pilot,
  },
  { names: ['保障性住房'], spellings: ['住房保障', '保障性安居工程'], ...pilot },
  {
    names: ['国有土地上房屋征收与补偿', '国有土地上房屋征收'],
    spellings: [
      '国有土地房屋征收',
      '国有土地上房屋征收补偿',
      '国有土地上房屋征收和补偿',
      '国有土地房屋征收与补偿',
      '房屋征收与补偿',
      '房屋征收',
    ],
    ...pilot,
  },
  { names: ['农村危房改造'], spellings: ['危房改造'], ...pilot },
  { names: ['市政服务'], spellings: ['市政公用服务', '市政'], ...pilot },
  {
    names: ['城市综合执法'],
    spellings: ['城市管理综合执法', '城市管理', '综合执法', '综合行政执法', '城管执法'],
    ...pilot,
  },
  { names: ['涉农补贴'], spellings: ['涉农资金', '农业补贴', '惠农补贴'], ...pilot },
  {
    names: ['公共文化服务', '公共文化体育'],
    spellings: ['公共文化', '公共文体'],
    ...pilot,
  },
  {
    names: ['卫生健康', '医疗卫生', '医疗卫生（卫生健康）'],
    spellings: ['公共卫生', '卫健', '基本医疗卫生'],
    ...pilot,
  },
  { names: ['安全生产'], spellings: ['安全生产监管'], ...pilot },
  {
    names: ['救灾'],
    spellings: ['救灾生产', '灾害救助', '自然灾害救助', '救灾救助', '灾害救灾'],
    ...pilot,
  },
  {
    names: ['食品药品监管'],
    spellings: ['食品药品监督管理', '食品药品安全', '食药监管', '食品药品'],
    ...pilot,
  },
  { names: ['税收管理'], spellings: ['税务管理', '税收'], ...pilot },
  { names: ['扶贫'], spellings: ['扶贫开发', '脱贫攻坚', '精准扶贫'], ...pilot },
  {
    names: ['乡村振兴', '巩固脱贫成果'],
    spellings: ['巩固拓展脱贫攻坚成果', '巩固脱贫攻坚成果', '涉贫涉乡村振兴', '乡村振兴（扶贫）'],
    ...later('2021-06-01', '扶贫领域更名，各地目录'),
  },
  {
    names: ['自然资源'],
    spellings: ['自然资源管理'],
    ...later('2022-01-01', '县级目录所见'),
  },
  {
    names: ['交通运输'],
    spellings: ['交通'],
    ...later('2021-11-01', '交办办〔2021〕75号'),
  },
  {
    names: ['旅游'],
    spellings: ['文化旅游', '文化和旅游', '文旅'],
    ...later('2022-01-01', '省级标准指引'),
  },
  {
    names: ['广播电视', '广播电视和网络视听'],
    spellings: ['广电', '广播电视与网络视听'],
    ...later('2021-01-01', '国家广播电视总局标准指引'),
  },
  {
    names: ['新闻出版版权', '新闻出版'],
    spellings: ['新闻出版和版权'],
    ...later('2021-01-01', '县级目录所见'),
  },
  {
    names: ['统计'],
    spellings: ['统计信息'],
    ...later('2022-01-01', '国家统计局标准指引'),
  },
]

// Words that are too common in names of offices to be taken for a field unless 领域 stands behind.
const onlyWithDomainWord = new Set([
  '教育',
  '交通',
  '旅游',
  '统计',
  '养老',
  '户籍',
  '税收',
  '城市管理',
  '综合执法',
  '综合行政执法',
  '市政',
  '公共资源',
  '公共卫生',
])

const byName = new Map<string, { field: FieldName; shown: string }>(
  fieldNames.flatMap((field) => [
    ...field.names.map((name) => [key(name), { field, shown: name }] as const),
    ...field.spellings.map(
      (name) => [key(name), { field, shown: field.names[0] as string }] as const,
    ),
  ]),
)
const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length)

function key(name: string): string {
  return squeezed(name).replace(/[（(]/g, '（').replace(/[)）]/g, '）')
}

const numbering =
  /^((附件|附表|附)[一二三四五六七八九十\d]*|\d{1,3})[：:、.．\-—_]*([（(]?[一二三四五六七八九十百\d]{1,3}[)）]?[、.．：:\-—]+)?/
const label = /^(标题|名称|信息名称|文件名称|领域|领域名称|试点领域)[：:]/
const opening =
  /^[（(]?[一二三四五六七八九十百\d]{1,3}[)）][、.．]?|^[一二三四五六七八九十百\d]{1,3}[、.．]/

const stripped = (text: string): string => {
  const bare = key(text)
    .replace(/^[《“"]+|[》”"]+$/g, '')
    .replace(label, '')
  const unnumbered = bare.replace(opening, '')
  return unnumbered === bare ? bare.replace(numbering, '') : unnumbered
}

/** A field's own name as it should be shown, from a cell of a 领域 column or the name of a sheet. */
export function fieldFromName(text: string): string | undefined {
  const name = stripped(text).replace(/(试点)?领域.*$/, '')
  return endingIn(name, true)?.shown
}

/** A line that is nothing but a field's name, as some offices head each part of one sheet. */
export const fieldNamedAlone = (text: string): string | undefined =>
  byName.get(stripped(text))?.shown

const tableWord = /(领域|政务公开|标准目录|公开目录|事项目录|公开事项|标准指引|公开标准)/

/** The field that a heading names: `（三）岚溪镇社会救助领域基层政务公开标准目录` names 社会救助. */
export function fieldFromHeading(text: string): string | undefined {
  const heading = stripped(text)
  if (heading.length > 80 || !tableWord.test(heading)) return undefined
  // Lines of a list of contents end in a page number, and a sentence is no heading.
  if (/(…|\.{3,}|·{3,})/.test(heading) || /[。；]/.test(heading)) return undefined
  const domain = /^(.*?)(试点)?领域/.exec(heading)?.[1]
  if (domain !== undefined) return endingIn(domain, true)?.shown ?? unknownField(domain)
  const name = withoutBrackets(heading).replace(
    /(基层|主动)?(政务|政府信息)?公开.*$|标准(目录|指引).*$|(事项)?目录.*$/,
    '',
  )
  return endingIn(name, false)?.shown
}

function endingIn(name: string, certain: boolean): { shown: string } | undefined {
  const exact = byName.get(name)
  if (exact && (certain || !onlyWithDomainWord.has(name))) return exact
  if (/[、和]/.test(name)) return undefined
  const found = longestFirst.find(
    (known) => name.endsWith(known) && (certain || !onlyWithDomainWord.has(known)),
  )
  // 县统计 ends in 统计, but so does 经济统计: a short name counts only behind a place.
  if (!found || !isPlace(name.slice(0, name.length - found.length), found.length)) return undefined
  return byName.get(found)
}

const placeEnd =
  /(省|自治区|州|盟|市|县|区|旗|镇|乡|街道|办事处|苏木|开发区|新区|村|社区|年|版|局|办|委|中心|站|所)$/

const isPlace = (before: string, length: number): boolean =>
  before === '' || placeEnd.test(before) || length >= 4

/** A field that is not in the table: its name without the place in front. */
function unknownField(domain: string): string | undefined {
  const name = oneLine(domain).replace(
    /^.{1,10}?(自治区|自治州|自治县|省|市|县|区|旗|街道|镇|乡)(?=.{2,})/,
    '',
  )
  return name.length >= 2 && name.length <= 20 && !/^(各|全|相关|\d+个)/.test(name)
    ? name
    : undefined
}
