import type { RouteObject } from 'react-router'

export const routes: RouteObject[] = [
  { path: 'documents/mixed-content', lazy: () => import('./MixedContent.tsx') },
]
