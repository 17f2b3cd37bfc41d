import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const packages = createRequire(import.meta.url)

/** Open Chinese fonts with every character of the standard lists, whole files: Typst reads no woff2. */
export const fontFolders = (): string[] => {
  const serif = dirname(packages.resolve('@expo-google-fonts/noto-serif-sc/package.json'))
  // Its package.json is not among its exports; the program's file stands in dist/.
  const sans = dirname(dirname(packages.resolve('@embedpdf/fonts-sc')))
  return [join(serif, '400Regular'), join(serif, '700Bold'), join(sans, 'fonts')]
}

/** The families' names as templates say them; an office's own licensed fonts may stand before them. */
export const fontFamilies = { serif: 'Noto Serif SC', sans: 'Noto Sans S Chinese' } as const
