import type { RouteObject } from 'react-router'

/** Policies, a room of Documents; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'documents/policies', lazy: () => import('./LibraryScreen.tsx') },
  { path: 'documents/policies/rounds', lazy: () => import('./RoundsScreen.tsx') },
  { path: 'documents/policies/rounds/:id', lazy: () => import('./RoundScreen.tsx') },
  { path: 'documents/policies/regulations', lazy: () => import('./RegulationsScreen.tsx') },
  { path: 'documents/policies/terms', lazy: () => import('./TermsScreen.tsx') },
  { path: 'documents/policies/packages', lazy: () => import('./PackagesScreen.tsx') },
  { path: 'documents/policies/senders', lazy: () => import('./SendersScreen.tsx') },
]
