import { foldedName } from './names.ts'

/** What a matter is known by within its field. */
export interface NamedMatter {
  readonly fieldCode: string
  readonly level1: string
  readonly level2: string
  readonly level3: string
}
export interface CodedMatter extends NamedMatter {
  readonly code: string
}

const two = (number: number): string => String(number).padStart(2, '0')
const numbersOf = (code: string): (number | undefined)[] => code.split('-').slice(1).map(Number)

/** 'F05-02' of 'F05-02-03': the code of the first-level matter, and of its column. */
export const level1CodeOf = (code: string): string => code.split('-').slice(0, 2).join('-')
/** 'F05-02-03' of 'F05-02-03-04'. */
export const level2CodeOf = (code: string): string => code.split('-').slice(0, 3).join('-')

/** A matter without a second level is its own: guidelines then print the name twice. */
const level2Name = (matter: NamedMatter): string => foldedName(matter.level2 || matter.level1)

/**
 * Names of matters in order, told apart: tables repeat the same two names for parts of one matter
 * (财政预决算 does), so a repetition carries its number.
 */
export const keysOf = (matters: readonly NamedMatter[]): string[] => {
  const seen = new Map<string, number>()
  return matters.map((matter) => {
    const name = [
      matter.fieldCode,
      foldedName(matter.level1),
      level2Name(matter),
      foldedName(matter.level3),
    ].join('|')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}|${times}`
  })
}

/**
 * Gives out codes: a matter known by its names keeps its code, a new one gets the next free number
 * under its first-level matter. Codes stand in addresses, so none is given a second time: `known`
 * holds, newest first, every matter that ever had one here. Where a name was changed in between, the
 * newer name has the code and the older one none.
 */
export class CodeBook {
  readonly #byKey = new Map<string, string>()
  readonly #byName = new Map<string, number>()
  readonly #highest = new Map<string, number>()
  readonly #used = new Set<string>()
  readonly #numbered = new Set<string>()

  constructor(known: readonly (readonly CodedMatter[])[]) {
    for (const edition of known) {
      const keys = keysOf(edition)
      for (const [index, matter] of edition.entries())
        this.#remember(matter, keys[index] as string, this.#used.has(matter.code))
      for (const matter of edition) this.#used.add(matter.code)
    }
  }

  #remember(matter: CodedMatter, key: string, renamedSince: boolean): void {
    if (!renamedSince && !this.#byKey.has(key)) this.#byKey.set(key, matter.code)
    const [first, second, third = 1] = numbersOf(matter.code)
    this.#number(matter.fieldCode, foldedName(matter.level1), first)
    this.#number(level1CodeOf(matter.code), level2Name(matter), second)
    this.#number(level2CodeOf(matter.code), null, third)
  }

  #number(under: string, name: string | null, number: number | undefined): void {
    if (number === undefined) return
    if (name !== null && !this.#numbered.has(`${under}-${number}`)) {
      this.#numbered.add(`${under}-${number}`)
      this.#byName.set(`${under}|${name}`, number)
    }
    this.#highest.set(under, Math.max(this.#highest.get(under) ?? 0, number))
  }

  #next(under: string, name: string | null): number {
    const known = name === null ? undefined : this.#byName.get(`${under}|${name}`)
    const number = known ?? (this.#highest.get(under) ?? 0) + 1
    this.#number(under, name, number)
    return number
  }

  /** Codes for matters in their order, all those of a field together. */
  codesFor(matters: readonly NamedMatter[]): string[] {
    const keys = keysOf(matters)
    return matters.map((matter, index) => {
      const key = keys[index] as string
      return this.#byKey.get(key) ?? this.#newCode(matter, key)
    })
  }

  #newCode(matter: NamedMatter, key: string): string {
    const level1 = `${matter.fieldCode}-${two(this.#next(matter.fieldCode, foldedName(matter.level1)))}`
    const level2 = `${level1}-${two(this.#next(level1, level2Name(matter)))}`
    // Three parts do for the first of its name; further parts and third-level matters get a fourth.
    const plain = matter.level3 === '' && !this.#used.has(level2)
    if (plain) this.#number(level2, null, 1)
    const code = plain ? level2 : `${level2}-${two(this.#next(level2, null))}`
    this.#byKey.set(key, code)
    this.#used.add(code)
    return code
  }
}
