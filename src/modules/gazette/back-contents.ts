import type { BackItem } from './store/files.ts'

// As tables of contents call their columns.
const names = {
  title: /^(?:标题|题名|文件名称|文件标题|名称|篇名)$/,
  documentNumber: /^(?:文号|发文字号|文件编号)$/,
  section: /^(?:栏目|类别|分类|部分)$/,
  page: /^(?:页码|页|起始页|起始页码)$/,
} as const
type Column = keyof typeof names

// The longest annual volume has some three hundred texts.
const mostItems = 1_000
const bare = (cell: string | undefined): string => (cell ?? '').replace(/\s+/g, ' ').trim()

/** A table of contents as items; the row that names the columns may stand below a title. */
export const contentsFrom = (rows: readonly (readonly string[])[]): BackItem[] => {
  const head = rows.findIndex((row) => row.some((cell) => names.title.test(bare(cell))))
  if (head < 0) return []
  const at = (column: Column): number =>
    (rows[head] ?? []).findIndex((cell) => names[column].test(bare(cell).replaceAll(' ', '')))
  const places = {
    title: at('title'),
    documentNumber: at('documentNumber'),
    section: at('section'),
    page: at('page'),
  }
  return rows
    .slice(head + 1)
    .filter((row) => bare(row[places.title]) !== '')
    .slice(0, mostItems)
    .map((row, index) => {
      const page = Number.parseInt(bare(row[places.page]).replace(/^[^\d]*/, ''), 10)
      return {
        number: index + 1,
        title: bare(row[places.title]).slice(0, 300),
        documentNumber: bare(row[places.documentNumber]).slice(0, 100),
        section: bare(row[places.section]).slice(0, 60),
        page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : null,
      }
    })
}
