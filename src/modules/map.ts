/**
 * Who may call whom. A module calls only those named here, through `#name` or `#name/contract`.
 * Checked by test/house/map.test.ts against every import; lowest first, no cycles.
 */
export const map = {
  calendar: [],
  organizations: [],
  accounts: ['organizations'],
  audit: ['organizations'],
  catalogue: ['calendar', 'organizations', 'accounts', 'audit'],
  documents: ['calendar', 'organizations', 'accounts', 'audit', 'catalogue'],
  assessment: ['calendar', 'organizations', 'accounts', 'catalogue', 'documents'],
  search: ['organizations', 'catalogue', 'documents'],
} as const satisfies Readonly<Record<string, readonly string[]>>
