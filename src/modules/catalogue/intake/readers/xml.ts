import { refuse } from '../refusals.ts'

const decoder = new TextDecoder('utf-8')

/**
 * The text of an XML part of an office file. Office programs never write a document type; one that
 * is there can only define entities (which may expand without end or reach for other files).
 */
export function xmlText(bytes: Uint8Array): string {
  const text = startsUtf16(bytes)
    ? new TextDecoder('utf-16le').decode(bytes)
    : decoder.decode(bytes)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse('xmlEntities')
  return text
}

const startsUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe
