/**
 * The left menu in its fixed order: Today · Documents · Catalogue · Requests · Decisions · Messages ·
 * Inspection · Standing · Reports · Organization. A place is listed once its screens exist.
 */
export const places = [
  { path: '/', words: 'office.menu.today' },
  { path: '/documents', words: 'office.menu.documents' },
  { path: '/catalogue', words: 'office.menu.catalogue' },
  { path: '/requests', words: 'office.menu.requests' },
  { path: '/standing', words: 'office.menu.standing' },
  { path: '/reports', words: 'office.menu.reports' },
  { path: '/organization', words: 'office.menu.organization' },
] as const
