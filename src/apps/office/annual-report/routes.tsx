import type { RouteObject } from 'react-router'

/** Screens below `/reports`; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'reports', lazy: () => import('./ReportList.tsx') },
  { path: 'reports/:id', lazy: () => import('./ReportScreen.tsx') },
]
