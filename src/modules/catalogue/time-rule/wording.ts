const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100 }

/** 十 → 10, 三十 → 30, 二十五 → 25. */
function numberIn(numeral: string): number {
  let sum = 0
  let digit = 0
  for (const char of numeral) {
    const scale = scales[char]
    if (scale === undefined) digit = digits[char] ?? 0
    else {
      sum += (digit || 1) * scale
      digit = 0
    }
  }
  return sum + digit
}

const numeralBeforeUnit =
  /[零〇一二两三四五六七八九十百]+(?=个?(工作日|自然日|小时|日|天|周|星期|个月))/g
const half: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '.': '。',
}

/** White space gone, digits plain, punctuation Chinese, counted numerals as digits. */
export const plainWording = (text: string): string =>
  text
    .replace(/[\s\u200b\ufeff\u00a0]+/g, '')
    .replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[,;:()]/g, (char) => half[char] ?? char)
    .replace(/\.(?!\d)/g, '。')
    .replace(/[〔【[]/g, '（')
    .replace(/[〕】\]]/g, '）')
    .replace(numeralBeforeUnit, (numeral) => String(numberIn(numeral)))
