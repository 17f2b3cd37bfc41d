import { pinyin } from 'pinyin-pro'

// Long enough to say what a page is about, short enough for a line of a message or a QR code.
const maxLength = 48

/**
 * The readable tail of an address: pinyin of the title in ASCII, cut between syllables. Two titles
 * may share one and readings can err, so an address always carries an id as well.
 */
export function slugOf(title: string, length = maxLength): string {
  const syllables = pinyin(title.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
  })
    .flatMap((part) => part.toLowerCase().split(/[^a-z0-9]+/))
    .filter(Boolean)
  let slug = ''
  for (const syllable of syllables) {
    const longer = slug ? `${slug}-${syllable}` : syllable
    if (longer.length > length) break
    slug = longer
  }
  return slug || (syllables[0]?.slice(0, length) ?? '')
}
