import type { RouteObject } from 'react-router'

/** What an office learns from its requests: fees, dockets, analysis. */
export const learningRoutes: RouteObject[] = [
  { path: 'requests/fees', lazy: () => import('./FeesScreen.tsx') },
  { path: 'requests/dockets', lazy: () => import('./DocketsScreen.tsx') },
  { path: 'requests/analysis', lazy: () => import('./AnalysisScreen.tsx') },
]
