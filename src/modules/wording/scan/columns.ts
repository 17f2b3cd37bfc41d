import type { Confidence, FindingKind } from '../finding.ts'
import { looksLikeHome } from './address.ts'
import { isName } from './names.ts'
import { lists } from './person-lists.ts'
import type { Raw } from './scan-text.ts'
import { columnAt, quieted, rowsOf, serialColumns } from './serial-columns.ts'
import { folded } from './signs.ts'

export interface TableText {
  readonly lines: readonly { readonly start: number; readonly end: number }[]
}

/** What a column holds, by its header. `unit` and `office` say that it speaks of organs. */
export type ColumnRole = FindingKind | 'name' | 'officePhone' | 'unit' | 'amount' | 'none'

export interface Column {
  readonly role: ColumnRole
  readonly header: { readonly start: number; readonly end: number }
}

export interface Columns {
  readonly columns: readonly Column[]
  /** The line that holds the headers; -1 if there is none. */
  readonly headerLine: number
}

const roles: readonly (readonly [RegExp, ColumnRole])[] = [
  [/身份证|身份号码|证件号|公民身份|^ID/i, 'idCard'],
  [/银行卡|一卡通|卡号|存折|(?:银行|个人|收款|社保)账[号户]|^账[号户]/, 'bankCard'],
  [
    /(?:咨询|办公|服务|投诉|举报|监督|值班|热线|受理|单位|公开|窗口|预约)[^\t]{0,6}(?:电话|热线|方式)/,
    'officePhone',
  ],
  [/电话|手机|联系方式|联系号码|移动号码/, 'phone'],
  [/护照|通行证/, 'passport'],
  [/车牌|号牌|车号/, 'plate'],
  [/邮箱|E-?mail/i, 'email'],
  [/(?:家庭|户籍|现|居)?住[址所处]|家庭地址|户籍地|户口所在地|居住地/, 'address'],
  [/病[种名情因史]|诊断|疾病|残疾(?:类[别型]|等级|级别|情况)|伤残|致残|健康状况/, 'health'],
  [/监护人|(?:学生|儿童|孤儿|幼儿)姓名|就读|出生(?:日期|年月)/, 'minor'],
  [
    /(?:单位|企业|公司|机构|部门|项目|产品|学校|窗口|法人)[^\t]{0,3}(?:名称|全称)?$|^(?:所在)?(?:行政)?(?:村|社区)(?:名称|名)?$|统一社会信用代码|职务|职称|科室|网格|河长|林长|路长|包[保联]|驻村|责任人|负责人|联络员/,
    'unit',
  ],
  [
    /金额|收入|支出|产值|预算|决算|资金|面积|余额|总额|合计|数值|数量|单价|总价|造价|[(（][万亿]?元[)）]/,
    'amount',
  ],
  [
    /姓\s*名|户主|申请人|补贴对象|救助对象|受益人|领取人|持卡人|保障对象|^对象$|承租人|被征收人|联系人/,
    'name',
  ],
]

export const roleOf = (header: string): ColumnRole => {
  const words = folded(header).replace(/\s/g, '')
  if (words === '' || words.length > 24) return 'none'
  return roles.find(([pattern]) => pattern.test(words))?.[1] ?? 'none'
}

/** The cells of a line, by their offsets. */
export const cellsOf = (text: string, line: { start: number; end: number }) => {
  const cells: { start: number; end: number }[] = []
  for (let start = line.start; start <= line.end; ) {
    const tab = text.indexOf('\t', start)
    const end = tab < 0 || tab > line.end ? line.end : tab
    cells.push({ start, end })
    start = end + 1
  }
  return cells
}

// A title, a unit of measure and a double header stand above the first row of data.
const headerLines = 5

/** The roles of a table's columns: the first line, of the first few, that names two or the most. */
export function columnsOf(text: string, table: TableText): Columns {
  let best: Columns = { columns: [], headerLine: -1 }
  let most = 0
  table.lines.slice(0, headerLines).forEach((line, headerLine) => {
    const columns = cellsOf(text, line).map((header) => ({
      header,
      role: roleOf(text.slice(header.start, header.end)),
    }))
    const named = columns.filter(({ role }) => role !== 'none').length
    if (named > most) {
      most = named
      best = { columns, headerLine }
    }
  })
  return best
}

const isMasked = (cell: string): boolean => /[*＊×xX●]{2,}|[*＊]/.test(cell)

/** Raises and lowers what was found in the cells, and adds what only a column can tell. */
export function judgeColumns(
  text: string,
  table: TableText,
  { columns, headerLine }: Columns,
  inside: readonly Raw[],
): readonly Raw[] {
  const byRow = rowsOf(table, inside)
  const serial = serialColumns(text, table, byRow)
  if (headerLine < 0)
    return byRow.flatMap((found, row) =>
      found.map((one) => (serial.has(columnAt(text, table, row, one)) ? quieted(one) : one)),
    )
  const roleSet = new Set(columns.map(({ role }) => role))
  const speaksOfOrgans = roleSet.has('unit') && !roleSet.has('idCard') && !roleSet.has('bankCard')
  const judged: Raw[] = []
  const named: number[] = []

  for (const [row, line] of table.lines.entries()) {
    const here = byRow[row] ?? []
    if (row <= headerLine) {
      judged.push(...here)
      continue
    }
    for (const [column, cell] of cellsOf(text, line).entries()) {
      const role = columns[column]?.role ?? 'none'
      const inCell = here.filter(({ start }) => start >= cell.start && start < cell.end)
      const own = serial.has(column) && role !== 'idCard' ? inCell.map(quieted) : inCell
      const value = text.slice(cell.start, cell.end)
      if (role === 'name' && isName(value)) named.push(column)
      judged.push(...judgeCell(value, cell.start, role, own, speaksOfOrgans))
    }
  }
  return [...judged, ...lists(text, table, columns, { headerLine, named, judged })].sort(
    (a, b) => a.start - b.start,
  )
}

/** One cell under the header of its column. */
function judgeCell(
  value: string,
  offset: number,
  role: ColumnRole,
  own: readonly Raw[],
  speaksOfOrgans: boolean,
): Raw[] {
  const whole = (kind: FindingKind, confidence: Confidence, because: Raw['because']): Raw[] => [
    { kind, start: offset, end: offset + value.length, confidence, ...(because && { because }) },
  ]
  if (role === 'amount')
    return own.map((one) =>
      one.kind === 'phone' || one.kind === 'bankCard' ? { ...one, confidence: 'low' } : one,
    )
  const digits = folded(value).replace(/[^0-9Xx]/g, '')
  if (role === 'officePhone' || (role === 'phone' && speaksOfOrgans))
    return own.map((one) =>
      one.kind === 'phone'
        ? { ...one, confidence: role === 'phone' ? 'medium' : 'low', because: 'office' }
        : one,
    )
  if (role === 'idCard' && !isMasked(value)) {
    if (own.some(({ kind }) => kind === 'idCard'))
      return own.map((one) => (one.kind === 'idCard' ? { ...one, confidence: 'high' } : one))
    if (/^\d(?:\.\d+)?E\+?1[4-7]$/i.test(value.trim())) return whole('idCard', 'high', 'damaged')
    if (digits.length >= 17 && digits.length <= 19) return whole('idCard', 'high', 'checkDigit')
    if (digits.length === 15) return whole('idCard', 'high', 'column')
  }
  if (role === 'bankCard' && !isMasked(value)) {
    if (own.some(({ kind }) => kind === 'bankCard'))
      return own.map((one) => (one.kind === 'bankCard' ? { ...one, confidence: 'high' } : one))
    // An account of a savings book has fewer digits and no check digit to know it by.
    const isAccount = /^\d{12,23}$/.test(folded(value).replace(/[\s-]/g, ''))
    if (isAccount && !speaksOfOrgans) return whole('bankCard', 'high', 'column')
  }
  if (role === 'phone' && own.some(({ kind }) => kind === 'phone'))
    return own.map((one) => (one.kind === 'phone' ? { ...one, confidence: 'high' } : one))
  if (role === 'address' && !speaksOfOrgans && !isMasked(value) && looksLikeHome(value))
    return [...own.filter(({ kind }) => kind !== 'address'), ...whole('address', 'high', 'column')]
  return [...own]
}
