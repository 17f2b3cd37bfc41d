import type { RouteObject } from 'react-router'

/** Screens below `/catalogue`; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'catalogue', lazy: () => import('./Editions.tsx') },
  { path: 'catalogue/imports', lazy: () => import('./imports/Imports.tsx') },
  { path: 'catalogue/imports/:importId', lazy: () => import('./imports/Preview.tsx') },
  { path: 'catalogue/duties', lazy: () => import('./lists/Duties.tsx') },
  {
    path: 'catalogue/editions/:editionId',
    lazy: () => import('./EditionScreen.tsx'),
    children: [
      { index: true, lazy: () => import('./matters/Matters.tsx') },
      { path: 'questions', lazy: () => import('./questions/Questions.tsx') },
      { path: 'deviations', lazy: () => import('./overview/Deviations.tsx') },
      { path: 'completeness', lazy: () => import('./overview/Completeness.tsx') },
      { path: 'comparison', lazy: () => import('./overview/Compare.tsx') },
      { path: 'responsibility', lazy: () => import('./lists/Responsibilities.tsx') },
      { path: 'powers', lazy: () => import('./lists/Powers.tsx') },
      { path: 'adoption', lazy: () => import('./overview/Adopt.tsx') },
    ],
  },
]
