import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: 'documents/mixed-content', lazy: () => import('./MixedContent.tsx') },
  { path: 'documents/live-findings', lazy: () => import('./LiveFindings.tsx') },
  { path: 'documents/words', lazy: () => import('./OwnWords.tsx') },
]
