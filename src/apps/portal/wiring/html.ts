import type { Answer } from './portal.ts'

/** A page of HTML, kept under its tags when it went well. */
export const html = (
  body: string,
  tags: readonly string[],
  status = 200,
  once = false,
): Answer => ({
  kind: 'page',
  body,
  mediaType: 'text/html; charset=utf-8',
  tags,
  status,
  once,
})
