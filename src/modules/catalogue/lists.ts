const opening = '《〈（(【[“'
const closing = '》〉）)】]”'

/** Splits at separators outside of brackets: titles of laws hold 、 and ； themselves. */
const splitOutside = (text: string, separators: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (opening.includes(char)) depth++
    if (closing.includes(char)) depth = Math.max(0, depth - 1)
    // A line break ends a part even where a bracket was never closed.
    if (char === '\n' || (depth === 0 && separators.includes(char))) {
      if (char === '\n') depth = 0
      parts.push(part)
      part = ''
    } else part += char
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '')
}

// 1. 1、 （1） ① ● -: marks at the head of a list's line.
const bullet = /^([（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|[●○■□▪·•◆\-—*])\s*/

/** The elements of 公开内容（要素）: one to a line or separated by ；. */
export const elementsIn = (text: string): string[] =>
  splitOutside(text, '；;')
    .map((part) =>
      part
        .replace(bullet, '')
        .replace(/[。；;]$/, '')
        .trim(),
    )
    .filter((part) => part !== '')

/** The titles of 公开依据. */
export const basesIn = (text: string): string[] =>
  splitOutside(text, '、；;')
    .map((part) =>
      part
        .replace(bullet, '')
        .replace(/[。；;，,]$/, '')
        .trim(),
    )
    .filter((part) => part !== '')
