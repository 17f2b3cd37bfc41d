type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string

const counted = /^([A-Za-z]+):(.*?)(?: ([A-Z]+\d+))?$/s
const plain = /^([A-Za-z]+)(?: ([A-Z]+\d+))?$/

/** A place within a file as people say it: `hiddenSheet:底册 B2` → 隐藏的工作表“底册”，B2. Browser-safe. */
export function sayPlace(say: Say, where: string): string {
  const steps = where.split('/').map((step) => {
    const [, code = '', name = '', cell = ''] = counted.exec(step) ?? []
    const [, alone = '', aloneCell = ''] = plain.exec(step) ?? []
    const said = code ? say(`place.${code}`, { name }) : alone ? say(`place.${alone}`) : step
    const at = cell || aloneCell
    return at ? `${said} ${at}` : said
  })
  return steps.join(' › ')
}
