import type { RouteObject } from 'react-router'

/** Screens below `/reports`; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'reports', lazy: () => import('./ReportList.tsx') },
  { path: 'reports/old', lazy: () => import('./OldReport.tsx') },
  { path: 'reports/rules', lazy: () => import('./LocalRules.tsx') },
  { path: 'reports/:id', lazy: () => import('./ReportScreen.tsx') },
]
