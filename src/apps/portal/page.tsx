import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { addresses } from './addresses.ts'
import { type Chrome, ChromeContext, furnish, useChrome } from './chrome.ts'
import { Footer } from './footer.tsx'
import { Head, type HeadProps, StructuredData } from './head.tsx'
import { Header } from './header.tsx'

export interface Crumb {
  readonly name: string
  readonly address: string | null
}

export interface PageProps extends HeadProps {
  /** The way from home to here; the last one is this page. Left out on home. */
  readonly crumbs?: readonly Crumb[]
  /** Which door of the navigation this page belongs to. */
  readonly door?: string
  /** Class of `main`, where a page wants a frame of its own. */
  readonly frame?: string
  /** What stands in the search box already. */
  readonly searched?: string
  readonly children: ComponentChildren
}

const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => {
  const { say, to, site, contentLang } = useChrome()
  const way: readonly Crumb[] = [
    { name: say('portal.column.home'), address: addresses.home },
    ...crumbs,
  ]
  return (
    <nav class="crumbs frame" aria-label={say('portal.breadcrumb')}>
      <ol>
        {way.map((crumb, at) => (
          <li key={crumb.name} lang={at > 0 ? contentLang : undefined}>
            {at < way.length - 1 && crumb.address !== null ? (
              <a href={to(crumb.address)}>{crumb.name}</a>
            ) : (
              <span aria-current={at === way.length - 1 ? 'page' : undefined}>{crumb.name}</span>
            )}
          </li>
        ))}
      </ol>
      <StructuredData
        data={{
          '@context': 'https://schema.org',
          '@type': 'BreadcrumbList',
          itemListElement: way.map((crumb, at) => ({
            '@type': 'ListItem',
            position: at + 1,
            name: crumb.name,
            ...(crumb.address === null ? {} : { item: site.origin + crumb.address }),
          })),
        }}
      />
    </nav>
  )
}

/** The frame of every page: tags, skip link, header with search, the way here, footer block. */
export const Page = ({ crumbs, door, frame, searched, children, ...head }: PageProps) => {
  const { say, view } = useChrome()
  const classes = [view.elder && 'elder', view.contrast && 'contrast'].filter(Boolean).join(' ')
  return (
    <html lang={view.language} class={classes || undefined}>
      <Head {...head} />
      <body>
        <a class="skip" href="#main">
          {say('portal.skip')}
        </a>
        <Header door={door} searched={searched} />
        {crumbs && <Breadcrumb crumbs={crumbs} />}
        <main id="main" class={`frame ${frame ?? ''}`.trimEnd()} tabIndex={-1}>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )
}

/** Draws a page with its furniture around it. */
export const draw = (chrome: Chrome, page: ComponentChildren): string =>
  `<!doctype html>${renderToString(
    <ChromeContext.Provider value={furnish(chrome)}>{page}</ChromeContext.Provider>,
  )}`
