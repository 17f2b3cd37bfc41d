import type { Announcement } from '#platform/act'

/** Tags that pages carry; a page goes when one of its tags is announced. */
export const tags = {
  document: (id: number): string => `document:${id}`,
  column: (id: number): string => `column:${id}`,
  organization: (id: number): string => `organization:${id}`,
  /** Pages that cite a policy, and say so when it ends. */
  policy: (id: number): string => `policy:${id}`,
  /** The policy library. */
  policies: 'policies',
  /** Lists over the whole site: home, feeds, sitemap. */
  recent: 'recent',
  /** Anything that shows the standing of duties. */
  standing: 'standing',
  /** Topic pages and the lives of matters. */
  topics: 'topics',
  /** The gazette: its list, issues and feed. */
  gazette: 'gazette',
  /** Annual reports: the list and each of them. */
  annualReports: 'annualReports',
  /** The seals of the days. */
  seals: 'seals',
  /** Anything that shows how full a column is. */
  fullness: 'fullness',
  /** Lists of what explains policies. */
  interpretation: 'interpretation',
  programmes: 'programmes',
  /** What is not disclosed, by category. */
  negativeList: 'negativeList',
  /** The list of emergencies, and each one's page. */
  events: 'events',
  event: (id: number): string => `event:${id}`,
  /** The log of answered requests, and the chart of how they go. */
  requestLog: 'requestLog',
  requestFlow: 'requestFlow',
} as const

interface Touched {
  readonly documentId?: number
  readonly organizationId?: number | null
  /** The policy that an interpretation explains. */
  readonly policyId?: number
  readonly columnIds?: readonly number[]
  /** What stands in the place of a withdrawn document, and says so. */
  readonly replacedById?: number | null
  readonly duties?: readonly { readonly organizationId: number }[]
  /** Pages that a clarification or an emergency changes. */
  readonly documentIds?: readonly number[]
  readonly eventId?: number
}

const ofRelease = (touched: Touched): string[] => [
  tags.recent,
  tags.requestLog,
  tags.standing,
  tags.fullness,
  tags.topics,
  ...[touched.documentId, touched.replacedById].flatMap((id) => (id ? [tags.document(id)] : [])),
  ...(touched.columnIds ?? []).map(tags.column),
  ...[touched.organizationId, ...(touched.duties ?? []).map((duty) => duty.organizationId)].flatMap(
    (id) => (id ? [tags.organization(id)] : []),
  ),
]

/** How a policy stands shows on its page, in lists, in the library, and on the pages that cite it. */
const ofPolicy = (kind: string, touched: Touched): string[] => {
  const id = touched.documentId ?? 0
  if (!/^policies\.(validityChanged|policyKept|particularsKept|textChecked)$/.test(kind)) return []
  return [
    tags.policies,
    tags.document(id),
    tags.policy(id),
    // Interpretations, programmes and the gazette name policies too, with their mark.
    ...(kind === 'policies.validityChanged'
      ? [...ofRelease(touched), tags.interpretation, tags.programmes, tags.gazette]
      : []),
  ]
}

/** Clarifications, second looks and emergencies show on the pages they are about. */
const ofLifeCycle = (kind: string, touched: Touched): string[] | null => {
  if (kind === 'catalogue.negativeListChanged') return [tags.negativeList]
  if (!/^documents\.(clarification|urgent|event)/.test(kind)) return null
  return [
    ...[touched.documentId, ...(touched.documentIds ?? [])].flatMap((id) =>
      id ? [tags.document(id)] : [],
    ),
    ...(touched.eventId ? [tags.events, tags.event(touched.eventId)] : []),
  ]
}

/** What only staff see changes no public page. */
const inside =
  /^(datasets\.|interchange\.|accounts\.|calendar\.|documents\.(draft|readers|edition(Submitted|TakenBack|Approved|Returned|Scheduled)|step|attribute|reviewPlan|schedule|takeDown|attachment|preview|checkOverruled|reReview|agreement|bundle|record|limit))/

/** The tags that announcements make stale; null where anything may have changed. */
export const tagsOf = (announced: readonly Announcement[]): readonly string[] | null => {
  const stale = new Set<string>()
  for (const { kind, payload } of announced) {
    const touched = payload as Touched
    if (inside.test(kind)) continue
    const ofLife = ofLifeCycle(kind, touched)
    if (ofLife) {
      for (const tag of ofLife) stale.add(tag)
      continue
    }
    if (
      /^documents\.(editionPublished|editionCorrected|editionWithdrawn|documentReferred)$/.test(
        kind,
      )
    )
      for (const tag of ofRelease(touched)) stale.add(tag)
    // A link between policy and interpretation shows on both pages.
    else if (kind === 'interpretation.linkChanged') {
      stale.add(tags.interpretation)
      for (const id of [touched.documentId, touched.policyId]) if (id) stale.add(tags.document(id))
    } else if (kind === 'interpretation.programmeReleased') stale.add(tags.programmes)
    // Plans, exemptions, reprints and questions are staff's; answers are asked for afresh each time.
    else if (/^interpretation\./.test(kind)) continue
    else if (kind === 'gazette.issuePublished' || kind === 'gazette.gazetteNamed') {
      stale.add(tags.gazette)
      for (const id of touched.documentIds ?? []) stale.add(tags.document(id))
    }
    // An issue in the making is staff's.
    else if (/^gazette\./.test(kind)) continue
    else if (kind === 'requests.logChanged') stale.add(tags.requestLog)
    else if (kind === 'requests.stepLimitSet') stale.add(tags.requestFlow)
    // Cases are not public; their own pages are read afresh each time.
    else if (/^requests\./.test(kind)) continue
    else if (kind === 'seals.daySealed') stale.add(tags.seals)
    // Told beside the fact that something was published, which drops the page.
    else if (kind === 'seals.fileReleased') continue
    // A draft of a report is staff's until it is published.
    else if (/^annualReport\.report(Published|Filed)$/.test(kind)) stale.add(tags.annualReports)
    else if (/^annualReport\./.test(kind)) continue
    else if (/^policies\./.test(kind)) for (const tag of ofPolicy(kind, touched)) stale.add(tag)
    else if (/^topics\./.test(kind)) {
      stale.add(tags.topics)
      if (touched.documentId) stale.add(tags.document(touched.documentId))
    } else if (/^(documents\.dutyClock|assessment\.|catalogue\.obligation)/.test(kind))
      stale.add(tags.standing)
    else if (/^catalogue\.(import|draft|matter|question|deviation|responsib|power)/.test(kind))
      continue
    else return null
  }
  return [...stale]
}
