/** A seeded generator (mulberry32) and what the texts draw from it, always the same for one seed. */
const seedOf = (text: string): number => {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

const mulberry32 = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余',
]
const givenNames = [
  ...'华英明秀兰平芳军强丽敏静勇艳杰娟涛超霞刚桂凤红梅建国永春玉珍海燕德福生根水金',
]

export interface Draw {
  readonly int: (least: number, most: number) => number
  readonly money: (least: number, most: number) => string
  readonly pick: <T>(list: readonly T[]) => T
  /** A masked name such as 王*明; a real list shows no full name of a private person. */
  readonly person: () => string
  /** A masked identity number with the last two digits kept, as payment lists print them. */
  readonly identity: () => string
}

export const drawFor = (key: string): Draw => {
  const next = mulberry32(seedOf(key))
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const one = (list: readonly string[]) => list[int(0, list.length - 1)] ?? ''
  return {
    int,
    money: (least, most) => (least + next() * (most - least)).toFixed(2),
    pick: <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T,
    person: () => (next() < 0.3 ? `${one(surnames)}*` : `${one(surnames)}*${one(givenNames)}`),
    identity: () => `990726**********${String(int(0, 99)).padStart(2, '0')}`,
  }
}
