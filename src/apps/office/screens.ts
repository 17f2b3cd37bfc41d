import type { RouteObject } from 'react-router'
import { routes as annualReport } from './annual-report/routes.tsx'
import { routes as catalogue } from './catalogue/routes.tsx'
import { routes as checks } from './checks/routes.tsx'
import { routes as datasets } from './datasets/routes.tsx'
import { routes as gazette } from './gazette/routes.tsx'
import { routes as interpretation } from './interpretation/routes.tsx'
import { routes as lifeCycle } from './life-cycle/routes.tsx'
import { routes as organization } from './organization/routes.tsx'
import { routes as policies } from './policies/routes.tsx'
import { routes as requests } from './requests/routes.tsx'
import { routes as standing } from './standing/routes.tsx'
import { routes as topics } from './topics/routes.tsx'

/** Every screen of somebody signed in, each fetched when it is opened: its file exports `Component`. */
export const screens: RouteObject[] = [
  { index: true, lazy: () => import('./today/Today.tsx') },
  { path: 'documents', lazy: () => import('./documents/DocumentList.tsx') },
  { path: 'documents/new', lazy: () => import('./documents/NewDocument.tsx') },
  { path: 'documents/:id', lazy: () => import('./desk/DeskScreen.tsx') },
  { path: 'documents/:id/compare', lazy: () => import('./desk/Compare.tsx') },
  { path: 'account/sessions', lazy: () => import('./account/Sessions.tsx') },
  { path: 'account/second-factor', lazy: () => import('./account/SecondFactor.tsx') },
  { path: 'account/password', lazy: () => import('./account/Password.tsx') },
  ...catalogue,
  ...checks,
  ...lifeCycle,
  ...datasets,
  ...topics,
  ...gazette,
  ...policies,
  ...interpretation,
  ...requests,
  ...standing,
  ...annualReport,
  ...organization,
]
