import { recentDocuments, thePublic } from '#documents'
import { existsOn, type OrganizationNode, type OrganizationTree } from '#organizations'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderHome } from '../pages/home.tsx'
import { renderSiteMap } from '../pages/site-map.tsx'
import { tags } from '../tags.ts'
import type { TownEntry } from '../views.ts'
import { fieldCard, fieldSlugOf } from './columns.ts'
import { html } from './html.ts'
import { entryOf, kindOf, lineOf, refOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

const latestCount = 10

const isTown = (one: OrganizationNode): boolean =>
  one.kind === 'township' || one.kind === 'subdistrict'

/** Towns with their villages, as they stand on a day. */
export const townsOf = (tree: OrganizationTree, on: CivilDate): TownEntry[] =>
  tree.organizations
    .filter((one) => isTown(one) && existsOn(one, on))
    .map((town) => ({
      ...refOf(town),
      kind: kindOf(town),
      villages: tree
        .childrenOf(town.id)
        .filter((child) => child.level === 'village' && existsOn(child, on))
        .map(refOf),
    }))

/** What people ask in the search box, in the reader's words. */
export const questionsOf = (chrome: Chrome): string[] =>
  chrome.say('portal.questions').split(/[;；]/).filter(Boolean)

export const homeAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const asOf = dateAt(new Date())
  const [tree, forest, latest, counts] = await Promise.all([
    portal.tree(),
    portal.columns(),
    recentDocuments(portal.db, latestCount, thePublic),
    portal.counts(),
  ])
  const { met, due, late, blank } = counts
  const view = {
    asOf,
    figures: { duties: met + due + late + blank, counts },
    questions: questionsOf(chrome),
    latest: await withValidity(portal, latest.map(lineOf)),
    consultations: [],
    fields: forest.fields.map((column) => fieldCard(forest, column)),
    towns: townsOf(tree, asOf),
  }
  return html(renderHome(view, chrome), [tags.recent, tags.standing, tags.fullness])
}

/** `/site-map`: every column and every body on one page. */
export const siteMapAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const asOf = dateAt(new Date())
  const [tree, forest] = await Promise.all([portal.tree(), portal.columns()])
  const view = {
    fields: forest.fields.map((column) => ({
      slug: fieldSlugOf(column),
      name: column.name,
      level1: forest.childrenOf(column.id).map(entryOf),
    })),
    statutory: forest.hand.map(entryOf),
    departments: tree.organizations
      .filter((one) => kindOf(one) === 'department' && existsOn(one, asOf))
      .map(refOf),
    towns: townsOf(tree, asOf),
  }
  return html(renderSiteMap(view, chrome), [tags.fullness])
}
