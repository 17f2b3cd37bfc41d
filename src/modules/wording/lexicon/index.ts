import type { Lexicon, WordClass } from './lexicon.ts'
import { misspelt } from './misspelt.ts'
import { offending, sovereignty } from './offending.ts'
import { renamed } from './renamed.ts'
import { titles } from './titles.ts'

/** The lexicon that comes with the house. Sources stand with each part. */
export const theLexicon: Lexicon = {
  datedOn: '2026-11-01',
  words: [...misspelt, ...titles, ...renamed, ...offending, ...sovereignty],
}

/** What it is made of, as an office shows it: after which norm each part was collected. */
export const lexiconParts: readonly {
  readonly class: WordClass
  readonly words: number
  readonly source: string
}[] = [
  {
    class: 'misspelt',
    words: misspelt.length,
    source: '《现代汉语词典》（第7版）、GF 1001—2001《第一批异形词整理表》、GB/T 15835—2011',
  },
  {
    class: 'title',
    words: titles.length,
    source:
      '《宪法》（2018年修正）、《中国共产党章程》（2022年）、《地方各级人民代表大会和地方各级人民政府组织法》（2022年修正）、《监察法》（2024年修正）',
  },
  {
    class: 'renamed',
    words: renamed.length,
    source: '国务院机构改革方案（2018年、2023年）、党和国家机构改革方案（2018年、2023年）及各法律',
  },
  {
    class: 'offending',
    words: offending.length,
    source: '新华社《新闻报道中的禁用词和慎用词》（2016年修订）、中国残疾人联合会关于称谓的建议',
  },
  {
    class: 'sovereignty',
    words: sovereignty.length,
    source: '新华社《新闻报道中的禁用词和慎用词》（2016年修订）',
  },
]

/** The house's lexicon with the words that an office keeps for itself. */
export const withOwnWords = (own: Lexicon['words']): Lexicon =>
  own.length === 0 ? theLexicon : { ...theLexicon, words: [...own, ...theLexicon.words] }
