// Zero-width and direction marks that come along when a table is copied from a web page.
const invisible = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]/g
const spaces = /[ \t\v\f\u00a0\u2002-\u200a\u3000]+/g
const wideBefore = '(?<=[^\\u0021-\\u007e])\\s+'
const wideAfter = '\\s+(?=[^\\u0021-\\u007e])'
const spaceBesideWide = new RegExp(`${wideBefore}|${wideAfter}`, 'g')

/** The text of a cell as read: line breaks kept, invisible characters gone, runs of spaces one. */
export const tidy = (text: string): string =>
  text
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(spaces, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

/** One line: a break or space beside a Chinese character is layout, never part of the word. */
export const oneLine = (text: string): string =>
  tidy(text).replace(spaceBesideWide, '').replace(/\s+/g, ' ')

/** Full-width digits and letters to plain ones; punctuation stays as the office wrote it. */
export const plainDigits = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

const bracketed = /[（(【[][^（(【[）)】\]]*[）)】\]]/g

/** Brackets and what they hold, innermost first. */
export const withoutBrackets = (text: string): string => {
  const shorter = text.replace(bracketed, '')
  return shorter === text ? text : withoutBrackets(shorter)
}

/** No white space at all: the form in which headings and names are compared. */
export const squeezed = (text: string): string => tidy(text).replace(/\s+/g, '')

// Bodies whose name ends a line, so that the next line names another body.
const bodyEnd =
  /(局|委|办|部|厅|处|科|所|站|院|中心|部门|机关|机构|政府|街道|办事处|委员会|公司|大队|支队|队|组|室|社区|村|单位|银行|集团|人|、|；|;|，|,)$/

/** A list of names over several lines: a break inside a name goes, a break between names stays. */
export const nameLines = (text: string): string =>
  tidy(text)
    .split('\n')
    .reduce<string[]>((lines, line) => {
      const last = lines.at(-1)
      if (last === undefined || bodyEnd.test(last)) lines.push(line)
      else lines[lines.length - 1] = last + line
      return lines
    }, [])
    .map(oneLine)
    .join('\n')
