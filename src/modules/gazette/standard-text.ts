import type { CivilDate } from '#platform/civil-date'
import type { PolicyClass } from '#policies'

// 规章制定程序条例 art. 31: 在国务院公报或者部门公报和地方人民政府公报上刊登的规章文本为标准文本. The regulation is in
// force since 2002-01-01. 立法法 as amended in 2023 says the same in art. 97 (number from memory).
const ofRules = { from: '2002-01-01', source: '《规章制定程序条例》第三十一条' } as const

/**
 * The rule by which a text printed on a day is the standard text; null where none says so. No national
 * rule speaks of normative documents: a place with a rule of its own names it for its gazette.
 */
export const standardBy = (
  found: PolicyClass | null,
  printedOn: CivilDate,
  localArticle: string,
): string | null => {
  if (found === 'regulation' && printedOn >= ofRules.from) return ofRules.source
  return found === 'normative' && localArticle !== '' ? localArticle : null
}
