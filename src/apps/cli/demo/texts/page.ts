/**
 * A small markup so that the texts below read as texts. One line is one block:
 * `# 标题`, `## 小标题`, `- 列项`, `> 落款` (right), `^ 表题`, `|表头|表头|` (first row of a run is the head),
 * anything else a paragraph.
 */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const strong = (text: string): string =>
  escaped(text).replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')

const cells = (line: string): string[] => line.slice(1, -1).split('|')

const table = (lines: readonly string[], caption: string | undefined): string => {
  const [head = '||', ...rows] = lines
  const row = (line: string, tag: 'th' | 'td') =>
    `<tr>${cells(line)
      .map((cell) => `<${tag}>${strong(cell)}</${tag}>`)
      .join('')}</tr>`
  return [
    '<table>',
    caption === undefined ? '' : `<caption>${strong(caption)}</caption>`,
    `<thead>${row(head, 'th')}</thead>`,
    `<tbody>${rows.map((line) => row(line, 'td')).join('')}</tbody></table>`,
  ].join('')
}

const block = (line: string): string => {
  if (line.startsWith('## ')) return `<h3>${strong(line.slice(3))}</h3>`
  if (line.startsWith('# ')) return `<h2>${strong(line.slice(2))}</h2>`
  if (line.startsWith('> ')) return `<p style="text-align: right">${strong(line.slice(2))}</p>`
  return `<p>${strong(line)}</p>`
}

/** Turns the markup into the HTML that the editor of the office would have produced. */
export const page = (text: string): string => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const html: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const run = (mark: string) => {
      const end = lines.findIndex((other, index) => index >= at && !other.startsWith(mark))
      return lines.slice(at, end === -1 ? undefined : end)
    }
    if (line.startsWith('^ ')) {
      at += 1
      const found = run('|')
      html.push(table(found, line.slice(2)))
      at += found.length
    } else if (line.startsWith('|')) {
      const found = run('|')
      html.push(table(found, undefined))
      at += found.length
    } else if (line.startsWith('- ')) {
      const found = run('- ')
      html.push(`<ul>${found.map((item) => `<li>${strong(item.slice(2))}</li>`).join('')}</ul>`)
      at += found.length
    } else {
      html.push(block(line))
      at += 1
    }
  }
  return html.join('\n')
}

/** Table rows as markup lines. */
export const rows = (list: readonly (readonly (string | number)[])[]): string =>
  list.map((row) => `|${row.join('|')}|`).join('\n')
