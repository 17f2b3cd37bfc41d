import { pinyin } from 'pinyin-pro'

/** Pinyin without tones: collations for Chinese differ between servers, ASCII order does not. */
export const sortKeyOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array' }).join(' ').toLowerCase()
