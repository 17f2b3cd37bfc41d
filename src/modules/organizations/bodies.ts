import type { OrganizationKind } from './contract.ts'

/** What has to be known of a body to tell whether a catalogue names it. */
export interface Body {
  readonly id: number
  readonly kind: OrganizationKind
  readonly level: string
  readonly name: string
  readonly shortName: string
  readonly subjectKeys: readonly string[]
}

export interface Named<B extends Body> {
  readonly bodies: readonly B[]
  /** Parts of the text that name nobody here (采购人, 相关主管部门): a person has to say who is meant. */
  readonly unnamed: readonly string[]
}

// Guidelines write one text for every kind of county: 县（市、区）, 县（区、市）, 区县, 县级, 市级.
const placeWords =
  /县（市、区）|县（区、市）|县\(市、区\)|县\(区、市\)|县（市区）|县级以上地方|地方各级|市县|区县|县级|市级|区级|本级/g
const separators = /、|，|,|；|;|或者|或|以及|及其|及|等/

/** Kinds that a text names as such, all of them in the county. */
const kindWords: readonly { word: RegExp; kinds: readonly OrganizationKind[] }[] = [
  { word: /^(各)?(乡镇|乡（镇）|镇|乡)人民政府$/, kinds: ['township'] },
  { word: /^(各)?街道(办事处)?$/, kinds: ['subdistrict'] },
  { word: /^(各)?(乡镇|镇街)$|^乡镇街道$/, kinds: ['township', 'subdistrict'] },
  { word: /行政村$|^(各)?村$|村民委员会$|^村委会$/, kinds: ['village'] },
  { word: /^(各)?社区$|居民委员会$|^居委会$/, kinds: ['community'] },
  { word: /^(各)?村（社区）$|^(各)?村（居）$/, kinds: ['village', 'community'] },
  { word: /^(地方|本?[县市区旗])?人民政府$/, kinds: ['government'] },
  { word: /^各(部门|单位)$/, kinds: ['office', 'department', 'vertical', 'dispatched'] },
]

const suffixes = [
  '行政主管部门',
  '行政执法部门',
  '行政部门',
  '主管部门',
  '管理部门',
  '执法机构',
  '责任部门',
  '部门',
  '机关',
  '机构',
  '委员会',
  '管理局',
  '办公室',
  '分局',
  '局',
]
const leading = /^(负责审批的|相关责任|相关|有关|其)/
const trailing = /相关$|有关$/

// 住房和城乡建设 and 住房城乡建设, 人力资源和社会保障 and 人力资源社会保障: the same body.
const plain = (text: string): string => text.replaceAll('和', '').replaceAll('与', '').trim()

/** The matters a name stands for: 应急管理部门 → 应急管理部门, 应急管理, 应急. */
const stems = (phrase: string): string[] => {
  const bare = plain(phrase.replace(leading, ''))
  // 县民政局 as a county writes of its own; 市政 and 区域 lose a character, but then name nobody.
  const whole = [bare, bare.replace(/^(本县|本市|本区|县|市|区|旗)/, '')]
  const cut = whole.flatMap((name) =>
    suffixes
      .filter((suffix) => name.endsWith(suffix))
      .map((suffix) => name.slice(0, -suffix.length).replace(trailing, '')),
  )
  return [...new Set([...whole, ...cut])].filter(
    (stem) => stem.length > 1 && !suffixes.includes(stem),
  )
}

/** The parts of a disclosing-body text that each name somebody. */
const phrasesOf = (text: string): string[] =>
  text
    // 市级生态环境部门（县级分局）: a branch is the same body; 乡镇人民政府（街道办事处） are two kinds.
    .replace(/（(县级)?分局）/g, '')
    .replace(placeWords, '')
    .replace(/（(街道[^）]*)）/g, '、$1')
    .split(separators)
    // 县级人民政府民政部门: the department, not the government.
    .map((phrase) => phrase.trim().replace(/^人民政府(?=.)/, ''))
    .filter((phrase) => phrase !== '')

/** A body's own words: its keys, and its name without the county's. */
const wordsOf = (body: Body, place: string): ReadonlySet<string> =>
  new Set(
    [...body.subjectKeys, body.name, body.shortName]
      .flatMap((word) => [word, ...phrasesOf(word)])
      .flatMap((word) => stems(place && word.startsWith(place) ? word.slice(place.length) : word)),
  )

const placeOf = (bodies: readonly Body[]): string => {
  const government = bodies.find((body) => body.kind === 'government' && body.level === 'county')
  return government?.name.replace(/人民政府$/, '') ?? ''
}

const bodyFinder = <B extends Body>(bodies: readonly B[]): ((subject: string) => Named<B>) => {
  const place = placeOf(bodies)
  const words = bodies.map((body) => ({ body, words: wordsOf(body, place) }))
  const byKey = new Map<string, B[]>()
  for (const body of bodies)
    for (const key of body.subjectKeys.map(plain)) byKey.set(key, [...(byKey.get(key) ?? []), body])

  const namedBy = (phrase: string): readonly B[] => {
    const kinds = kindWords.find((one) => one.word.test(phrase))?.kinds
    if (kinds)
      return bodies.filter((body) => kinds.includes(body.kind) && !isLesserGovernment(body))
    const wanted = stems(phrase)
    return words.filter((one) => wanted.some((stem) => one.words.has(stem))).map((one) => one.body)
  }
  return (subject) => {
    const phrases = phrasesOf(subject)
    const whole = byKey.get(plain(subject))
    if (whole && phrases.length === 1) return { bodies: whole, unnamed: [] }
    const found = phrases.map((phrase) => ({ phrase, bodies: namedBy(phrase) }))
    const named = new Set(found.flatMap((one) => one.bodies))
    return {
      bodies: bodies.filter((body) => named.has(body)),
      unnamed: found.filter((one) => one.bodies.length === 0).map((one) => one.phrase),
    }
  }
}

// The names of a county's hundreds of bodies are read once for the hundreds of texts of a catalogue.
const finders = new WeakMap<readonly Body[], (subject: string) => Named<Body>>()

/**
 * Which of the bodies a catalogue's 公开主体 names: by kind (乡镇人民政府（街道办事处）), by the keys and
 * names of single bodies (人力资源社会保障部门). Give it those that exist on the day that counts, and the
 * same list for many texts.
 */
export const bodiesFor = <B extends Body>(subject: string, bodies: readonly B[]): Named<B> => {
  const finder = finders.get(bodies) ?? bodyFinder(bodies)
  finders.set(bodies, finder)
  return finder(subject) as Named<B>
}

// A development zone may be entered as a government below the county; 县人民政府 does not mean it.
const isLesserGovernment = (body: Body): boolean =>
  body.kind === 'government' && body.level !== 'county'
