import type { RouteObject } from 'react-router'

/** Screens below `/interpretation`, reached from Documents; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'interpretation', lazy: () => import('./MaterialsScreen.tsx') },
  { path: 'interpretation/owed', lazy: () => import('./OwedScreen.tsx') },
  { path: 'interpretation/shares', lazy: () => import('./SharesScreen.tsx') },
  { path: 'interpretation/consultation', lazy: () => import('./ConsultationScreen.tsx') },
  { path: 'interpretation/questions', lazy: () => import('./QuestionsScreen.tsx') },
  { path: 'interpretation/programmes', lazy: () => import('./ProgrammesScreen.tsx') },
  { path: 'interpretation/rules', lazy: () => import('./RulesScreen.tsx') },
]
