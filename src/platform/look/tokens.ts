/**
 * The look in numbers: the portal's CSS variables and the office's theme both come from here, so
 * the two doors of the house match. `tokens.test.ts` computes every contrast that text relies on.
 */
export interface Palette {
  /** Text, and secondary text. */
  readonly ink: string
  readonly ink2: string
  /** Rules between things; `edge` is the border of a control, 3:1 as WCAG 1.4.11 asks. */
  readonly line: string
  readonly edge: string
  readonly ground: string
  readonly raised: string
  /** Links, actions, structure; `tint` is its ground, `onPrimary` the text upon it. */
  readonly primary: string
  readonly primaryStrong: string
  readonly tint: string
  readonly onPrimary: string
  /** The one accent: marks of law, urgent, late. */
  readonly seal: string
  readonly onSeal: string
  /** Found words in a search. */
  readonly found: string
  /** Standings, each with its ground; a word or a shape always stands beside the colour. */
  readonly met: string
  readonly metGround: string
  readonly due: string
  readonly dueGround: string
  readonly late: string
  readonly lateGround: string
  readonly blank: string
  readonly blankGround: string
  readonly none: string
  readonly noneGround: string
}

export type Theme = 'light' | 'contrast'

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ink: '#1c2430',
    ink2: '#4a5568',
    line: '#d9dee6',
    edge: '#7b8697',
    ground: '#ffffff',
    raised: '#f6f7f9',
    primary: '#1f4e8c',
    primaryStrong: '#163a69',
    tint: '#edf2f9',
    onPrimary: '#ffffff',
    seal: '#b3261e',
    onSeal: '#ffffff',
    found: '#fff0b8',
    met: '#266a41',
    metGround: '#e5f1e9',
    due: '#855800',
    dueGround: '#fcf2d9',
    late: '#b3261e',
    lateGround: '#fbe8e6',
    blank: '#4f5a6b',
    blankGround: '#eef0f3',
    none: '#5f6a7b',
    noneGround: '#ffffff',
  },
  // White and yellow on black: the pairing that low-vision readers of government sites are used to.
  contrast: {
    ink: '#ffffff',
    ink2: '#f2f2f2',
    line: '#8c8c8c',
    edge: '#ffffff',
    ground: '#000000',
    raised: '#141414',
    primary: '#ffe14d',
    primaryStrong: '#fff2a8',
    tint: '#26230d',
    onPrimary: '#000000',
    seal: '#ff9d90',
    onSeal: '#000000',
    found: '#453800',
    met: '#84e3a5',
    metGround: '#04210f',
    due: '#ffd479',
    dueGround: '#291d00',
    late: '#ff9d90',
    lateGround: '#2e0b07',
    blank: '#e0e0e0',
    blankGround: '#1f1f1f',
    none: '#d0d0d0',
    noneGround: '#000000',
  },
}

/** Every text colour on every ground that it is set on. */
export const textPairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['ink', 'ground'],
  ['ink', 'raised'],
  ['ink', 'tint'],
  ['ink', 'found'],
  ['ink2', 'ground'],
  ['ink2', 'raised'],
  ['ink2', 'tint'],
  ['primary', 'ground'],
  ['primary', 'raised'],
  ['primary', 'tint'],
  ['primary', 'found'],
  ['primaryStrong', 'ground'],
  ['primaryStrong', 'tint'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryStrong'],
  ['seal', 'ground'],
  ['seal', 'raised'],
  ['onSeal', 'seal'],
  ['met', 'ground'],
  ['met', 'metGround'],
  ['due', 'ground'],
  ['due', 'dueGround'],
  ['late', 'ground'],
  ['late', 'lateGround'],
  ['blank', 'ground'],
  ['blank', 'blankGround'],
  ['none', 'noneGround'],
]

/** Lines that carry meaning by themselves: control borders and focus rings. */
export const edgePairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['edge', 'ground'],
  ['edge', 'raised'],
  ['primary', 'ground'],
  ['seal', 'ground'],
]

/** Base sizes in px, the step between sizes, and the leading of text and of tables. */
export const type = {
  portal: 17,
  elder: 20,
  office: 14,
  ratio: 1.25,
  leading: 1.75,
  tableLeading: 1.4,
} as const

export const shape = { radius: 6, step: 4, target: 44, focusRing: 3 } as const

export const sansFamily =
  '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif'

// 小标宋 is the face of official titles; 华文中宋 ships with office suites. SimSun is left out on
// purpose: at heading sizes on Windows screens it is thinner than the text beneath it.
const titleFamily =
  '"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC",STZhongsong,"Microsoft YaHei",serif'

const kebab = (name: string): string =>
  name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`)

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${kebab(name)}:${value}`)
    .join(';')

/** The tokens as CSS custom properties: `--ink`, `--ink-2`, `--primary-strong` … */
export const tokensCss = (): string =>
  [
    `:root{${variables(palettes.light)};--sans:${sansFamily};--title:${titleFamily};--radius:${shape.radius}px;--target:${shape.target}px;--ring:${shape.focusRing}px;--size:${type.portal / 16};color-scheme:light}`,
    `.contrast{${variables(palettes.contrast)};color-scheme:dark}`,
    `.elder{--size:${type.elder / 16}}`,
  ].join('\n')
