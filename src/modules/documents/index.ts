export * as facts from './facts.ts'
export * from './facts.ts'
export { type Reader, thePublic } from './policy.ts'
// What the portal reads (pages, lists, columns, files, sitemap) is complete in ./public; the office's
// queries (desk, today, document list) stand in ./reading.
export * from './public/index.ts'
export { reactions } from './reactions.ts'
export { type DiffParagraph, diffEditions } from './text/index.ts'
