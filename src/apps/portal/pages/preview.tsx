import type { Chrome } from '../chrome.ts'
import { useChrome } from '../chrome.ts'
import { fixedColumn } from '../columns.ts'
import { draw, Page } from '../page.tsx'
import { Datasets } from '../parts/dataset.tsx'
import { Attachments, AttributeMark, Metadata, withScrollingTables } from '../parts/document.tsx'
import type { DocumentView } from '../views.ts'

/** A draft with the address of the page that shows it. */
export interface PreviewView extends DocumentView {
  readonly address: string
}

const Preview = (view: PreviewView) => {
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
        {/* Files of a table are for what is public: a preview is to be looked at. */}
        {view.tables && <Datasets page={view.address} tables={view.tables} files={false} />}
        <AttributeMark {...view} />
        <Attachments document={view.id} attachments={view.attachments} />
      </article>
    </Page>
  )
}

/** A draft as it would stand in public, for the holder of its secret link (M49). */
export const renderPreview = (view: PreviewView, chrome: Chrome): string =>
  draw(chrome, <Preview {...view} />)
