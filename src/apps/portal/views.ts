/**
 * What each page of the portal needs to be drawn, and nothing more. Pages are pure functions of
 * these; whoever wires queries fills them. Text is as written, unescaped; only `bodyHtml` is HTML,
 * already cleaned by the module that keeps it. Lists come newest first.
 */
export type * from './views/account.ts'
export type * from './views/catalogue.ts'
export type * from './views/columns.ts'
export type * from './views/document.ts'
export type * from './views/home.ts'
export type * from './views/interpretation.ts'
export type * from './views/organizations.ts'
export type * from './views/policies.ts'
export * from './views/search.ts'
export type * from './views/shared.ts'
