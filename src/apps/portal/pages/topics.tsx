import type { Topic } from '#topics'
import { stages } from '#topics'
import { addresses, after } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw, Page } from '../page.tsx'
import { Lines, Pager } from '../parts/lines.tsx'
import type { ColumnIdentity, DocumentLine, Slice } from '../views.ts'

export interface TopicView {
  readonly topic: Pick<Topic, 'slug' | 'title' | 'lead' | 'grouping'>
  readonly sections: readonly {
    readonly key: string
    /** Name of a field; null where the key names a stage or nothing. */
    readonly name: string | null
    readonly documents: Slice<DocumentLine>
  }[]
  /** Set where one section is read to its end. */
  readonly section: string | null
}

export interface TopicsView {
  readonly topics: readonly (Pick<Topic, 'slug' | 'title' | 'lead'> & {
    readonly documents: number
  })[]
}

export interface LifeView {
  readonly matter: string
  readonly matterAddress: string
  readonly unit: { readonly code: string; readonly name: string }
  readonly address: string
  readonly byStage: Readonly<Record<string, readonly DocumentLine[]>>
}

const useColumn = (): ColumnIdentity => {
  const { say } = useChrome()
  return {
    name: say('portal.topics.title'),
    description: say('portal.topics.lead'),
    keywords: [say('portal.topics.title')],
    type: 'index',
    address: addresses.topics,
  }
}

const Topics = ({ topics }: TopicsView) => {
  const { say, to, contentLang, figure } = useChrome()
  const column = useColumn()
  return (
    <Page title={column.name} column={column} crumbs={[column]}>
      <h1>{column.name}</h1>
      <p class="lead">{say('portal.topics.lead')}</p>
      {topics.length === 0 ? (
        <p class="sentence">{say('portal.topics.empty')}</p>
      ) : (
        <ul class="lines topic-list">
          {topics.map((topic) => (
            <li key={topic.slug}>
              <span class="line-title" lang={contentLang}>
                <a href={to(addresses.topic(topic.slug))}>
                  <strong>{topic.title}</strong>
                </a>
                <span class="about">{topic.lead}</span>
              </span>
              <span class="line-about">
                {say('portal.topics.documents', { n: figure(topic.documents) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}

/** Every topic page. */
export const renderTopics = (view: TopicsView, chrome: Chrome): string =>
  draw(chrome, <Topics {...view} />)

const isStage = (key: string): boolean => (stages as readonly string[]).includes(key)

const TopicPage = ({ topic, sections, section }: TopicView) => {
  const { say, to, contentLang } = useChrome()
  const column = useColumn()
  const address = addresses.topic(topic.slug)
  const own: ColumnIdentity = {
    ...column,
    name: topic.title,
    description: topic.lead || topic.title,
    keywords: [topic.title],
    address,
  }
  return (
    <Page title={topic.title} column={own} crumbs={[column, own]} feed={address}>
      <div class="title-row">
        <h1 lang={contentLang}>{topic.title}</h1>
        <a class="quiet" href={addresses.feed(address)}>
          {say('portal.topics.feed')}
        </a>
      </div>
      {topic.lead && (
        <p class="lead" lang={contentLang}>
          {topic.lead}
        </p>
      )}
      {sections.length === 0 && <p class="sentence">{say('portal.topics.nothing')}</p>}
      {sections.map(({ key, name, documents }) => (
        <section
          key={key}
          id={`section-${key || 'all'}`}
          class={isStage(key) ? 'stage' : undefined}
        >
          {topic.grouping !== 'none' && (
            <h2>
              {isStage(key) ? say(`topics.stage.${key}`) : (name ?? say('portal.topics.other'))}
            </h2>
          )}
          <Lines documents={documents.items} />
          {section === null && documents.next !== null ? (
            <p class="more">
              <a href={to(after(addresses.topicSection(topic.slug, key), documents.next))}>
                {say('portal.pages.next')}
              </a>
            </p>
          ) : (
            section !== null && (
              <Pager slice={documents} address={addresses.topicSection(topic.slug, key)} />
            )
          )}
        </section>
      ))}
    </Page>
  )
}

/** A topic with its sections. */
export const renderTopic = (view: TopicView, chrome: Chrome): string =>
  draw(chrome, <TopicPage {...view} />)

const Life = ({ matter, matterAddress, unit, address, byStage }: LifeView) => {
  const { say, to } = useChrome()
  const title = say('portal.life.title', { unit: unit.name, matter })
  const column: ColumnIdentity = {
    name: say('portal.life.column'),
    description: say('portal.life.lead'),
    keywords: [matter],
    type: 'index',
    address,
  }
  const crumbs = [
    { name: unit.name, address: addresses.organization(unit.code) },
    { name: title, address: null },
  ]
  return (
    <Page title={title} column={column} crumbs={crumbs}>
      <h1>{title}</h1>
      <p class="lead">
        {say('portal.life.lead')}{' '}
        {matterAddress && <a href={to(matterAddress)}>{say('portal.life.toColumn')}</a>}
      </p>
      <ol class="life">
        {stages.map((stage) => (
          <li key={stage}>
            <h2>{say(`topics.stage.${stage}`)}</h2>
            {byStage[stage]?.length ? (
              <Lines documents={byStage[stage]} units={false} />
            ) : (
              <p class="about">{say('portal.life.none')}</p>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** One matter of one unit, read through its life. */
export const renderLife = (view: LifeView, chrome: Chrome): string =>
  draw(chrome, <Life {...view} />)
