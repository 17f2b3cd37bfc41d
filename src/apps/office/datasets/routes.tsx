import type { RouteObject } from 'react-router'

/** Tables of documents; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'documents/tables', lazy: () => import('./TableList.tsx') },
  { path: 'documents/tables/:id', lazy: () => import('./TableScreen.tsx') },
]
