import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Say } from '#platform/words'
import { addresses, inView, type ReadersView } from './addresses.ts'

/** Who publishes the site: the identity that 政府网站发展指引 asks of every page. */
export interface Site {
  /** 青禾县人民政府. */
  readonly name: string
  /** Short name of the place, 青禾县: stands before titles where the full name is too long. */
  readonly place: string
  readonly domain: string
  /** Scheme and host without a slash at the end: https://www.qinghe.gov.cn */
  readonly origin: string
  /** Site identification code, ten digits. */
  readonly idCode: string
  readonly icp: string | null
  readonly police: { readonly number: string; readonly code: string } | null
  readonly sponsor: string
  readonly undertaker: string | null
  readonly telephone: string
  readonly ipv6: boolean
  /** Address of the national emblem, for the portal of a government (国徽法); else a plain seal. */
  readonly emblem: string | null
  /** Address of the party and government organ mark given by the registry. */
  readonly organMark: { readonly image: string; readonly link: string } | null
  /** Where errors of the site are reported: the national entry, or another that takes its questions. */
  readonly errorReport: string
}

/** All that stands around a page: who publishes, in which view, where, with which words. */
export interface Chrome {
  readonly site: Site
  readonly view: ReadersView
  /** The address asked for, query included and without the view's prefix: `/d/12`. */
  readonly address: string
  readonly say: Say
  readonly assets: Readonly<Record<'css' | 'js' | 'icon', string>>
}

/** What components use of the chrome, worked out once a page. */
export interface Furniture extends Chrome {
  /** The address as it must be linked in this view. */
  readonly to: (address: string) => string
  /** Language of the content where the furniture speaks another one, for `lang` attributes. */
  readonly contentLang: 'zh-CN' | undefined
  readonly figure: (value: number) => string
}

/** Where errors of this page are reported: the national entry is told which site and which page. */
export const errorReportOf = ({ site, address }: Pick<Chrome, 'site' | 'address'>): string =>
  `${site.errorReport}?site_code=${encodeURIComponent(site.idCode)}&url=${encodeURIComponent(site.origin + address)}`

const figures = new Intl.NumberFormat('en-US')

export const furnish = (chrome: Chrome): Furniture => ({
  ...chrome,
  to: (address) => inView(chrome.view, address),
  contentLang: chrome.view.language === 'en' ? 'zh-CN' : undefined,
  figure: (value) => figures.format(value),
})

export const ChromeContext = createContext<Furniture | null>(null)

/** The furniture of the page being drawn. */
export const useChrome = (): Furniture => {
  const furniture = useContext(ChromeContext)
  if (!furniture) throw new Error('a portal component was drawn outside a page')
  return furniture
}

/** The five doors of the navigation, in their fixed order (M11). */
export const doors = [
  ['home', addresses.home],
  ['platform', addresses.platform],
  ['grassroots', addresses.grassroots],
  ['organizations', addresses.organizations],
  ['account', addresses.account],
  ['request', addresses.request],
] as const
