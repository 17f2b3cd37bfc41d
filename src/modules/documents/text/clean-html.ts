import sanitize from 'sanitize-html'
import { tidy } from './tidy.ts'

/**
 * Everything that may stand in a published text. The site's own style sheet decides how it looks;
 * what is not named here is dropped, its words kept.
 */
const tags = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption'],
  ...['img', 'a', 'strong', 'em', 'u', 's', 'sub', 'sup'],
]

const renamed: Readonly<Record<string, string>> = {
  // The page already has its one h1: the title.
  h1: 'h2',
  b: 'strong',
  i: 'em',
  del: 's',
  strike: 's',
  ins: 'u',
  // Word, WPS and web pages hold text in bare boxes; they become paragraphs afterwards.
  ...Object.fromEntries(
    ['section', 'article', 'main', 'header', 'footer', 'aside', 'center', 'address', 'pre']
      .concat(['dl', 'dt', 'dd', 'fieldset', 'form', 'details', 'summary', 'body'])
      .map((tag) => [tag, 'div']),
  ),
}

// Tags whose inside is not words for a reader: programs, styles, drawings, foreign documents.
const silent = [
  ...['script', 'style', 'head', 'title', 'textarea', 'option', 'select', 'noscript', 'template'],
  ...['svg', 'math', 'iframe', 'object', 'embed', 'applet', 'xml', 'noembed', 'noframes', 'xmp'],
]

const aligned = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'div', 'figure', 'li'])
// Only our own attachments: a picture elsewhere can vanish, change, or report who is reading.
const ownFile = /^\/files\/[\w\-.~/%]+$/
// The web, a mail address, or a place on this site; "//host" would be the web in disguise.
const address =
  /^(?:https?:\/\/[^/\\]|mailto:[^:]|\/(?![/\\])|[#?]|\.{1,2}\/|[^:/\\?#]+(?:[/?#][^\\]*)?$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip these inside a scheme.
const invisible = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]+/g
const wholeNumber = /^[1-9]\d{0,3}$/
// Deeper than any honest table in a table; a hundred thousand levels would exhaust the parser.
const nestingLimit = 60
// The parser's time grows with the square of the open tags: 10,000 take 0.05 s, 200,000 take 9 s.
const unclosedLimit = 10_000

type Attributes = Record<string, string>

/**
 * Cleans text that came from an editor, a clipboard, a file or another system. Alignment is written
 * both as a class (for pages that forbid inline styles) and as a style (which the editor reads).
 */
export function cleanHtml(html: string): string {
  if (isBottomless(html)) return escapeText(html.replace(/<[^>]*>?/g, ''))
  const cleaned = sanitize(html, {
    allowedTags: [...tags, 'div'],
    allowedAttributes: {
      '*': ['class', 'style'],
      a: ['href', 'title', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    nonTextTags: silent,
    nestingLimit,
    transformTags: {
      '*': (tag, from) =>
        transform(renamed[tag] ?? tag, tag === 'center' ? { align: tag, ...from } : from),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs.src,
  })
  return tidy(cleaned).trim()
}

/** Whether so many tags stay open that no person wrote this; parsing it would take minutes. */
function isBottomless(html: string): boolean {
  const closed = html.match(/<\//g)?.length ?? 0
  if (html.length < unclosedLimit) return false
  // Tags that never hold others open are left out: old pages close none of their paragraphs.
  const opened = html.match(/<(?!(?:br|hr|img|p|li|td|th|tr|col|meta|link|input)\b)[a-z]/gi)?.length
  return (opened ?? 0) - closed > unclosedLimit
}

const escapeText = (text: string): string =>
  text
    .replace(/&(?!\w+;|#)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** Word keeps "text-align: center" and friends among hundreds of its own properties. */
function transform(tagName: string, from: Attributes): { tagName: string; attribs: Attributes } {
  const attribs: Attributes = {}
  const keep = (name: string, test: RegExp) => {
    const value = from[name]
    if (value !== undefined && test.test(value)) attribs[name] = value
  }
  if (aligned.has(tagName)) setLayout(attribs, from)
  if (tagName === 'a') {
    const href = from.href?.replace(invisible, '') ?? ''
    // Word's bookmarks and refused addresses keep their words and lose the link.
    if (!address.test(href)) return { tagName: 'span', attribs }
    keep('title', /./)
    if (from.target === '_blank') attribs.target = '_blank'
    Object.assign(attribs, { href, rel: 'noopener' })
  } else if (tagName === 'img') {
    if (from.src && ownFile.test(from.src) && !from.src.includes('..')) attribs.src = from.src
    attribs.alt = from.alt ?? ''
    keep('width', wholeNumber)
    keep('height', wholeNumber)
  } else if (tagName === 'ol') {
    keep('start', wholeNumber)
  } else if (tagName === 'td' || tagName === 'th') {
    for (const span of ['colspan', 'rowspan'] as const) {
      keep(span, wholeNumber)
      if (attribs[span] === '1') delete attribs[span]
    }
    if (tagName === 'th') keep('scope', /^(?:row|col|rowgroup|colgroup)$/)
  }
  return { tagName, attribs }
}

function setLayout(attribs: Attributes, from: Attributes): void {
  const classes = from.class?.split(/\s+/) ?? []
  const style = from.style?.toLowerCase() ?? ''
  const align =
    /(?:^|;)\s*text-align\s*:\s*(left|center|right|justify)\s*(?:;|!|$)/.exec(style)?.[1] ??
    /^(left|center|right|justify)$/.exec(from.align?.toLowerCase() ?? '')?.[1] ??
    classes.find((name) => name === 'center' || name === 'right')
  const indent =
    /(?:^|;)\s*text-indent\s*:\s*(\d{1,3}(?:\.\d{1,2})?)(em|pt|px|cm|mm)/.exec(style) ??
    (classes.includes('indent') ? ['', '2', 'em'] : null)
  const isIndented = indent !== null && Number(indent[1]) > 0
  const names = [align === 'center' || align === 'right' ? align : '', isIndented ? 'indent' : '']
  // Left and justify are how the site sets every paragraph anyway.
  const rules = [names[0] && `text-align: ${align}`, isIndented && 'text-indent: 2em']
  const written = names.filter(Boolean).join(' ')
  if (written) Object.assign(attribs, { class: written, style: rules.filter(Boolean).join('; ') })
}
