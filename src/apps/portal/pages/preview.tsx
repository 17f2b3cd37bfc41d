import type { Chrome } from '../chrome.ts'
import { useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { Attachments, AttributeMark, Metadata, withScrollingTables } from '../parts/document.tsx'
import type { DocumentView } from '../views.ts'

const Preview = (view: DocumentView) => {
  const { say, contentLang } = useChrome()
  return (
    <Page title={view.title} column={fixedColumn(say, 'home')} indexed={false}>
      <p class="note">
        <strong>{say('portal.preview')}</strong> {say('portal.preview.about')}
      </p>
      <article lang={contentLang}>
        <h1 class="document-title">{view.title}</h1>
        <Metadata {...view} publishedOn={null} />
        <div
          class="text"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by the documents module
          dangerouslySetInnerHTML={{
            __html: withScrollingTables(view.bodyHtml, say('portal.table')),
          }}
        />
        <AttributeMark {...view} />
        <Attachments document={view.id} attachments={view.attachments} />
      </article>
    </Page>
  )
}

/** A draft as it would stand in public, for the holder of its secret link (M49). */
export const renderPreview = (view: DocumentView, chrome: Chrome): string =>
  draw(chrome, <Preview {...view} />)
