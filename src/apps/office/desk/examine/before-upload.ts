import { type PartFinding, scanParts, stands } from '#wording/contract'

// A list of a whole county's households has some megabytes; beyond, the server looks at it.
const mostBytes = 20_000_000

const isText = (file: File): boolean => /\.(?:txt|csv|tsv|html?|md|json|xml)$/i.test(file.name)

/** UTF-8, else the national standard, in which old programs write. */
async function read(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const cellsOf = (text: string): string[][] =>
  text.split(/\r?\n/).map((line) => line.split(/[,，\t]/).map((cell) => cell.replace(/^"|"$/g, '')))

/**
 * What keeps a text file inside, told before it leaves the computer. Other files are read by the
 * server, which asks the same of every file once more.
 */
export async function standingInFile(file: File): Promise<readonly PartFinding[]> {
  if (!isText(file) || file.size > mostBytes) return []
  const text = await read(file)
  const part = /\.[ct]sv$/i.test(file.name) ? { rows: cellsOf(text) } : { text }
  return scanParts([{ where: file.name, ...part }]).filter(stands)
}
