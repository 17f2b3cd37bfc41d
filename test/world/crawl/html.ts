import { DomUtils, parseDocument } from 'htmlparser2'

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** What a page of the portal says of itself, read as it was sent, without a browser. */
export interface ReadPage {
  /** Addresses on the same server that it links to, without fragments; a script's and a sheet's too. */
  readonly links: readonly string[]
  /** What is wrong with it whatever it shows. */
  readonly faults: readonly string[]
}

const interactive = new Set(['a', 'button', 'input', 'select', 'textarea', 'summary', 'label'])
// A label may hold the one control that it names.
const inLabel = new Set(['input', 'select', 'textarea'])
const headings = /^h[1-6]$/

const tagsOf = (root: ReturnType<typeof parseDocument>): Element[] =>
  DomUtils.getElementsByTagName('*', root, true)

const ancestorsOf = (element: Element): Element[] => {
  const found: Element[] = []
  for (let up = element.parent; up && 'name' in up; up = up.parent) found.push(up as Element)
  return found
}

const shown = (element: Element): string =>
  `<${element.name}${Object.entries(element.attribs)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
    .slice(0, 90)}>`

const duplicates = (tags: readonly Element[]): string[] => {
  const ids = tags.flatMap(({ attribs }) => (attribs.id ? [attribs.id] : []))
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))].map((id) => `id twice: ${id}`)
}

/** References inside the page that lead to nothing: labels, descriptions, jumps. */
const dangling = (tags: readonly Element[]): string[] => {
  const ids = new Set(tags.map(({ attribs }) => attribs.id))
  return tags.flatMap(({ attribs }) =>
    [attribs.for, attribs.list, attribs['aria-labelledby'], attribs['aria-describedby']]
      .concat(attribs.href?.startsWith('#') ? [decodeURIComponent(attribs.href.slice(1))] : [])
      .flatMap((text) => text?.split(' ') ?? [])
      .filter((id) => id !== '' && !ids.has(id))
      .map((id) => `leads to no id: ${id}`),
  )
}

const nested = (tags: readonly Element[]): string[] =>
  tags.flatMap((element) => {
    if (!interactive.has(element.name) || element.attribs.type === 'hidden') return []
    const around = ancestorsOf(element).find(({ name }) => interactive.has(name))
    if (!around || (around.name === 'label' && inLabel.has(element.name))) return []
    return [`${shown(element)} inside ${shown(around)}`]
  })

const inOrder = (tags: readonly Element[]): string[] => {
  const levels = tags.filter(({ name }) => headings.test(name)).map(({ name }) => Number(name[1]))
  const faults = levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']
  levels.forEach((level, at) => {
    const before = levels[at - 1] ?? 0
    if (level > before + 1) faults.push(`h${level} after h${before}`)
  })
  return faults
}

const landmarks = (tags: readonly Element[]): string[] => {
  const count = (name: string) => tags.filter((tag) => tag.name === name).length
  const faults = ['header', 'main', 'footer'].filter((name) => name === 'main' && count(name) !== 1)
  const navs = tags.filter(({ name }) => name === 'nav')
  if (navs.some(({ attribs }) => !attribs['aria-label'] && !attribs['aria-labelledby']))
    faults.push('a nav without a name')
  return faults
}

/** Reads a page. `language` is what its address asks for. */
export const readHtml = (html: string, language: string): ReadPage => {
  const root = parseDocument(html)
  const tags = tagsOf(root)
  const first = (name: string) => tags.find((tag) => tag.name === name)
  const faults = [
    ...duplicates(tags),
    ...dangling(tags),
    ...nested(tags),
    ...inOrder(tags),
    ...landmarks(tags),
  ]
  const title = first('title')
  if (!title || DomUtils.textContent(title).trim() === '') faults.push('no title')
  if (first('html')?.attribs.lang !== language) faults.push(`not said to be ${language}`)
  // A word that is missing is written as its key.
  const key = /\b(portal|refusal|unit)(\.[a-zA-Z0-9]+){2,}\b/.exec(
    DomUtils.textContent(first('body') ?? root),
  )
  if (key) faults.push(`a word is missing: ${key[0]}`)
  for (const tag of tags)
    if (tag.attribs.style || Object.keys(tag.attribs).some((name) => name.startsWith('on')))
      faults.push(`style or script in ${shown(tag)}`)
  const links = tags
    .flatMap(({ name, attribs }) => [
      attribs.href,
      attribs.src,
      name === 'form' && attribs.method !== 'post' ? attribs.action : undefined,
    ])
    .flatMap((href) => (href?.startsWith('/') && !href.startsWith('//') ? [href] : []))
    .map((href) => href.split('#')[0] ?? '')
  return { links: [...new Set(links)].filter((link) => link !== ''), faults }
}
