import type { RouteObject } from 'react-router'

/** The gazette, a room of Documents; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'documents/gazette', lazy: () => import('./GazetteScreen.tsx') },
  { path: 'documents/gazette/:id', lazy: () => import('./IssueScreen.tsx') },
]
