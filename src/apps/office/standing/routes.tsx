import type { RouteObject } from 'react-router'

/** Screens below `/standing`; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'standing', lazy: () => import('./HeatScreen.tsx') },
  { path: 'standing/coverage', lazy: () => import('./CoverageScreen.tsx') },
  { path: 'standing/cells', lazy: () => import('./CellsScreen.tsx') },
]
