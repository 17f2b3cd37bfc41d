import type { RouteObject } from 'react-router'
import { learningRoutes } from './learning/routes.tsx'

/** Disclosure on request: the desk, the intake, a case, its closing file, the rules. */
export const routes: RouteObject[] = [
  { path: 'requests', lazy: () => import('./RequestList.tsx') },
  { path: 'requests/new', lazy: () => import('./Intake.tsx') },
  { path: 'requests/rules', lazy: () => import('./Rules.tsx') },
  ...learningRoutes,
  { path: 'requests/letters', lazy: () => import('./answer/TemplatesScreen.tsx') },
  { path: 'requests/:id/answer', lazy: () => import('./answer/AnswerScreen.tsx') },
  {
    path: 'requests/:id/redactions/:redactionId',
    lazy: () => import('./answer/redaction/RedactionScreen.tsx'),
  },
  { path: 'requests/:id', lazy: () => import('./CaseScreen.tsx') },
  { path: 'requests/:id/file', lazy: () => import('./ClosingFile.tsx') },
]
