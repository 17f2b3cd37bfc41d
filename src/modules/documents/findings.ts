import type { Db } from '#platform/database'
import { type Issue, issue } from '#platform/refusal'
import { nameOf } from './columns/derive.ts'
import { type Clock, soonerClause } from './contract/drafting.ts'
import type { Edition } from './edition.ts'
import { catalogueKey, matterWords } from './store/words.ts'
import { fitOf } from './suggest/index.ts'

/** Which clause of a limit counts is open, and another would count shorter: 国办发〔2018〕118号. */
export const clauseFindings = (clock: Clock): Issue[] =>
  clock.rules.flatMap((rule) => {
    const sooner = soonerClause(rule)
    if (!sooner?.dueOn) return []
    const { when, dueOn } = sooner
    return [issue('clauses', 'clauseOpen', { name: rule.name, when, dueOn })]
  })

/** Hints that stop nobody: a text that says nothing of its matter, or that reads like news (M46). */
export async function findingsOf(db: Db, edition: Edition): Promise<Issue[]> {
  if (edition.matterCodes.length === 0 || edition.text === '') return []
  const id = await catalogueKey(db, edition.document.owner.path)
  if (id === null) return []
  const text = { title: edition.title, body: edition.text }
  return (await matterWords(db, id, edition.matterCodes)).flatMap((matter) => {
    const { verdict, because } = fitOf(text, matter)
    if (verdict === 'fits') return []
    const name = nameOf({ ...matter, level3: '' })
    const term = because[0]?.term ?? ''
    return [
      issue('matterCodes', verdict === 'workNews' ? 'seemsNews' : 'seemsMisfit', { name, term }),
    ]
  })
}
