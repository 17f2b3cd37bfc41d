/** A table pasted from a spreadsheet or a text: cells between tabs, else commas; blank lines left out. */
export const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,\uff0c]/).map((cell) => cell.trim()))
