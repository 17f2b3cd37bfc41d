// A cell that begins so is a formula to Excel and WPS (CWE-1236); a number is none.
const formulaStart = /^[=+\-@\t\r]/

/** What a spreadsheet reads as a number, a negative one too. */
export const plainNumber = /^-?\d+(\.\d+)?$/

/** A cell that no spreadsheet takes for a formula: an apostrophe makes it text. For CSV and XLSX alike. */
export const asText = (cell: string): string =>
  formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

/** Excel and WPS read UTF-8 as the local code page unless this stands in front. */
export const byteOrderMark = '\ufeff'

const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/**
 * One line of CSV (RFC 4180), its end included. Files that are public already are known by their hash: a
 * change of what is written here makes them differ.
 */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(asText(cell))).join(',')}\r\n`
