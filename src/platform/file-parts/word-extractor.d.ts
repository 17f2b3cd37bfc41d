declare module 'word-extractor' {
  interface ReadAs {
    readonly filterUnicode?: boolean
  }
  interface Extracted {
    getBody(as?: ReadAs): string
    getHeaders(as?: ReadAs): string
    getFootnotes(as?: ReadAs): string
    getEndnotes(as?: ReadAs): string
    getAnnotations(as?: ReadAs): string
    getTextboxes(as?: ReadAs): string
  }
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<Extracted>
  }
}
