/** CSS of Word and WPS as far as it says how a paragraph is set: name → value, lower case. */
export type Style = ReadonlyMap<string, string>

export const styleOf = (css: string): Style =>
  new Map(
    css.split(';').flatMap((rule) => {
      const colon = rule.indexOf(':')
      return colon < 0
        ? []
        : [
            [
              rule.slice(0, colon).trim().toLowerCase(),
              rule
                .slice(colon + 1)
                .trim()
                .toLowerCase(),
            ],
          ]
    }),
  )

/** Rules of the clipboard's own style sheet by their selector: `p.msonormal`, `.14`, `p`. */
export const rulesOf = (css: string): ReadonlyMap<string, Style> => {
  const plain = css.replace(/<!--|-->|\/\*[\s\S]*?\*\//g, '')
  const rules = new Map<string, Style>()
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const style = styleOf(body)
    for (const selector of selectors.split(',')) {
      const name = selector.trim().toLowerCase()
      rules.set(name, new Map([...(rules.get(name) ?? []), ...style]))
    }
  }
  return rules
}

/** What an element says of itself, the style sheet's word first. */
export const styleOfElement = (
  rules: ReadonlyMap<string, Style>,
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
): Style => {
  const names = [tag]
  for (const one of (attributes.class ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    names.push(`.${one}`, `${tag}.${one}`)
  return new Map([
    ...names.flatMap((name) => [...(rules.get(name) ?? [])]),
    ...styleOf(attributes.style ?? ''),
  ])
}

export type Align = 'center' | 'right'

/** Centre and right are meant; left and justified are how the site sets every paragraph. */
export const alignOf = (style: Style, attribute: string | undefined): Align | null => {
  const said = style.get('text-align') ?? attribute?.toLowerCase() ?? ''
  return said === 'center' || said === 'right' ? said : null
}

/** A first line set in. A hanging one (negative) is a list's. */
export const isIndented = (style: Style): boolean =>
  Number.parseFloat(style.get('mso-char-indent-count') ?? style.get('text-indent') ?? '0') > 0

/** Marks that a span's style stands for. */
export const marksOf = (style: Style): string[] => {
  const weight = style.get('font-weight') ?? ''
  const line = style.get('text-decoration') ?? style.get('text-underline') ?? ''
  const place = style.get('vertical-align')
  return [
    (weight === 'bold' || Number(weight) >= 600) && 'strong',
    style.get('font-style') === 'italic' && 'em',
    (line.includes('underline') || line === 'single') && 'u',
    line.includes('line-through') && 's',
    place === 'super' && 'sup',
    place === 'sub' && 'sub',
  ].filter((mark) => mark !== false)
}
