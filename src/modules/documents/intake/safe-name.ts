// Long enough for "附件2：…一览表", short enough for every file system (255 bytes, three a hanzi).
const longestName = 80

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file name that is safe to store, to show and to send: no path, no control or direction marks
 * (which can make `fdp.exe` read as `exe.pdf`), no characters that markup or Windows give a meaning.
 */
export function safeName(name: string, extension: string): string {
  const base = name
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/\.[A-Za-z0-9]{1,8}\s*$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replace(/[<>:"|?*`&'%#;]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const short = [...base].slice(0, longestName).join('').trim()
  const usable = short === '' || reserved.test(short) ? '附件' : short
  return `${usable}.${extension}`
}
