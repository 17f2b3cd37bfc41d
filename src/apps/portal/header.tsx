import { addresses, inView, prefixOf, type ReadersView } from './addresses.ts'
import { doors, useChrome } from './chrome.ts'

/** The search box; on every page, and large on the home page. */
export const SearchBox = ({
  id,
  value,
  large,
}: {
  id: string
  value?: string
  large?: boolean
}) => {
  const { say, to } = useChrome()
  return (
    <search>
      <form class={large ? 'search large' : 'search'} action={to(addresses.search())} method="get">
        <label class="aside-text" for={id}>
          {say('portal.search.label')}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          value={value}
          placeholder={say('portal.search.placeholder')}
          autocomplete="off"
          enterkeyhint="search"
          maxLength={100}
          list={`${id}-further`}
          data-suggestions={to(addresses.suggestions)}
        />
        <datalist id={`${id}-further`} />
        <button type="submit">{say('portal.search.button')}</button>
      </form>
    </search>
  )
}

const Switch = ({ change, words }: { change: Partial<ReadersView>; words: string }) => {
  const { view, address } = useChrome()
  const other = { ...view, ...change }
  return (
    <a href={inView(other, address)} data-remember={prefixOf(other)} lang={change.language}>
      {words}
    </a>
  )
}

const sizes = ['standard', 'large', 'largest'] as const

/**
 * How the reader sees the site. Elder view, contrast and language are other addresses of the same
 * page, so they work without scripts and stay while one follows links; the text size is a choice
 * that the style sheet reads by itself. The deferred script only remembers both.
 */
const Settings = () => {
  const { say, view } = useChrome()
  return (
    <details class="settings">
      <summary>{say('portal.settings')}</summary>
      <div class="settings-panel">
        <fieldset>
          <legend>{say('portal.settings.size')}</legend>
          {sizes.map((size) => (
            <label key={size}>
              <input type="radio" name="size" id={`size-${size}`} checked={size === 'standard'} />
              {say(`portal.settings.size.${size}`)}
            </label>
          ))}
        </fieldset>
        <Switch
          change={{ elder: !view.elder }}
          words={say(view.elder ? 'portal.settings.standard' : 'portal.settings.elder')}
        />
        <Switch
          change={{ contrast: !view.contrast }}
          words={say(view.contrast ? 'portal.settings.plain' : 'portal.settings.contrast')}
        />
        <Switch
          change={{ language: view.language === 'en' ? 'zh-CN' : 'en' }}
          words={say('portal.settings.otherLanguage')}
        />
        <a href={inView(view, addresses.accessibility)}>{say('portal.column.accessibility')}</a>
      </div>
    </details>
  )
}

export const Header = ({ door, searched }: { door?: string; searched?: string }) => {
  const { say, to, site, view, contentLang } = useChrome()
  const home = door === 'home'
  return (
    <header class="top">
      <div class="frame top-row">
        <a class="brand" href={to(addresses.home)} lang={contentLang}>
          {site.emblem ? (
            <img src={site.emblem} alt="" width="44" height="44" />
          ) : (
            <span class="chop" aria-hidden="true">
              {say('portal.seal')}
            </span>
          )}
          <span class="brand-name">{site.name}</span>
        </a>
        {!home && <SearchBox id="q" value={searched} />}
        <Settings />
      </div>
      {view.elder && (
        <p class="call">
          <span class="frame">
            {say('portal.elder.call')} <a href={`tel:${site.telephone}`}>{site.telephone}</a>
          </span>
        </p>
      )}
      <nav class="doors" aria-label={say('portal.navigation')}>
        <ul class="frame">
          {doors.map(([name, address]) => (
            <li key={name}>
              <a href={to(address)} aria-current={door === name ? 'true' : undefined}>
                {say(`portal.column.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
