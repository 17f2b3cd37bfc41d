/**
 * Who may call whom. A module calls only those named here, through `#name` or `#name/contract`.
 * Checked by test/house/map.test.ts against every import; lowest first, no cycles.
 */
export const map = {
  calendar: [],
  organizations: [],
  accounts: ['organizations'],
  audit: ['organizations'],
  wording: ['organizations', 'accounts'],
  catalogue: ['calendar', 'organizations', 'accounts', 'audit'],
  documents: ['calendar', 'organizations', 'accounts', 'audit', 'wording', 'catalogue'],
  datasets: ['organizations', 'accounts', 'wording', 'catalogue', 'documents'],
  seals: ['organizations', 'accounts', 'audit', 'documents', 'datasets'],
  policies: ['calendar', 'organizations', 'accounts', 'catalogue', 'documents'],
  interpretation: ['calendar', 'organizations', 'accounts', 'catalogue', 'documents', 'policies'],
  topics: ['organizations', 'accounts', 'catalogue', 'documents', 'policies'],
  gazette: ['organizations', 'accounts', 'documents', 'seals', 'policies'],
  requests: ['calendar', 'organizations', 'accounts', 'audit', 'wording', 'catalogue', 'documents'],
  'annual-report': [
    'calendar',
    'organizations',
    'accounts',
    'catalogue',
    'documents',
    'policies',
    'datasets',
    'requests',
  ],
  assessment: ['calendar', 'organizations', 'accounts', 'catalogue', 'documents'],
  search: ['organizations', 'catalogue', 'documents', 'policies', 'interpretation'],
  interchange: ['organizations', 'accounts', 'wording', 'catalogue', 'documents', 'policies'],
} as const satisfies Readonly<Record<string, readonly string[]>>
