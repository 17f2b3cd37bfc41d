import type { ChangedDays } from '#calendar'
import type { Act } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import { clockOf } from './clock.ts'
import { clocksCounted, type Duty } from './facts.ts'
import { mattersServed } from './store/matters.ts'
import {
  documentsToCount,
  placesToCount,
  putEditionDues,
  putPlacementDues,
  type TextToCount,
  textsToCount,
} from './store/uncounted.ts'

// One act of the worker: its locks are held for a moment only, whatever waits behind it.
const countedAtOnce = 100

/**
 * Counts release days anew once a year's notice is in: those that could not be counted and, `counted`,
 * those of texts under way that were counted over days that changed. What was released keeps the day by
 * which it was judged, unless it had none. Answers where to go on, or null.
 */
export async function countClocksAnew(
  act: Act,
  asked: { readonly days: ChangedDays; readonly counted: boolean; readonly after: number },
): Promise<{ readonly after: number | null }> {
  const documentIds = await documentsToCount(act.tx, { ...asked, limit: countedAtOnce })
  const last = documentIds.at(-1)
  if (last === undefined) return { after: null }
  const texts = await textsToCount(act.tx, documentIds)
  const places = await placesToCount(act.tx, documentIds)
  const matters = await mattersByOwner(act, texts)
  const clock = (text: TextToCount, formedOn: CivilDate | null) => {
    const served = matters.get(text.path)?.filter(({ code }) => text.matterCodes.includes(code))
    return clockOf(served ?? [], { ...text, formedOn }, act.today)
  }
  const editionDues = texts.flatMap((text) => {
    if (!text.isWorking) return []
    const { dueOn } = clock(text, text.formedOn)
    return dueOn === text.dueOn ? [] : [{ ...text, dueOn }]
  })
  const placeDues = places.flatMap((place) => {
    // What is released is judged by the text that is out, what waits by the one being written.
    const text = texts.find(
      ({ documentId, isWorking }) =>
        documentId === place.documentId && isWorking !== place.isReleased,
    )
    const rules = text ? clock(text, place.formedOn).rules : []
    const rule = rules.find(({ matterCode }) => matterCode === place.matterCode)
    return !rule || rule.dueOn === place.dueOn ? [] : [{ ...place, dueOn: rule.dueOn }]
  })
  await putEditionDues(act.tx, editionDues)
  await putPlacementDues(act.tx, placeDues)
  const changed = [...editionDues, ...placeDues]
  if (changed.length > 0)
    await act.announce(clocksCounted, {
      subject: `calendar/${yearOf(asked.days.to)}`,
      documents: new Set(changed.map(({ documentId }) => documentId)).size,
      duties: dutiesOf(placeDues),
    })
  return { after: documentIds.length < countedAtOnce ? null : last }
}

/** The matters that texts serve, asked once for each unit that owns some of them. */
const mattersByOwner = async (act: Act, texts: readonly TextToCount[]) => {
  const found = new Map<string, Awaited<ReturnType<typeof mattersServed>>>()
  for (const [path, of] of Map.groupBy(texts, (text) => text.path)) {
    const codes = [...new Set(of.flatMap((text) => text.matterCodes))]
    found.set(path, await mattersServed(act.tx, path, codes))
  }
  return found
}

const dutiesOf = (places: readonly Duty[]): Duty[] => {
  const duties = places.map(({ organizationId, matterCode }) => ({ organizationId, matterCode }))
  return [
    ...new Map(duties.map((one) => [`${one.organizationId} ${one.matterCode}`, one])).values(),
  ]
}
