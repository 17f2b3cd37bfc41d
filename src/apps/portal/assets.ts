import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import { tokensCss } from '#platform/look/tokens'

/** A file that is the same for every page and never changes under its name. */
export interface Asset {
  readonly address: string
  readonly type: string
  readonly text: string
}

const read = (name: string): string => readFileSync(inHome('src', 'apps', 'portal', name), 'utf8')

const hashed = (name: string, extension: string, type: string, text: string): Asset => {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  return { address: `/assets/${name}-${hash}.${extension}`, type, text }
}

/**
 * The style sheet, the one small script and the seal that a browser shows on its tab. Linked under hashed names, not set into the page: the
 * first view carries them once (P14 counts that), every later page is half as heavy.
 */
export const portalAssets = (): Readonly<Record<'css' | 'js' | 'icon', Asset>> => ({
  css: hashed('portal', 'css', 'text/css; charset=utf-8', `${tokensCss()}\n${read('portal.css')}`),
  js: hashed('portal', 'js', 'text/javascript; charset=utf-8', read('portal.js')),
  icon: hashed('seal', 'svg', 'image/svg+xml', read('icon.svg')),
})
