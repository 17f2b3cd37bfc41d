import type { RouteObject } from 'react-router'

/** Screens below `/organization`; each file exports `Component`. */
export const routes: RouteObject[] = [
  {
    path: 'organization',
    lazy: () => import('./OrganizationScreen.tsx'),
    children: [
      { index: true, lazy: () => import('./Own.tsx') },
      {
        path: ':organizationId',
        lazy: () => import('./Unit.tsx'),
        children: [
          { index: true, lazy: () => import('./register/Register.tsx') },
          { path: 'site', lazy: () => import('./site/Site.tsx') },
          { path: 'staff', lazy: () => import('./staff/Staff.tsx') },
          { path: 'staff/:staffId', lazy: () => import('./staff/Person.tsx') },
          { path: 'roles', lazy: () => import('./roles/Roles.tsx') },
          { path: 'keepers', lazy: () => import('./keepers/Keepers.tsx') },
          { path: 'review', lazy: () => import('./review/Review.tsx') },
          { path: 'calendar', lazy: () => import('./calendar/Calendar.tsx') },
          { path: 'columns', lazy: () => import('./columns/Columns.tsx') },
          { path: 'log', lazy: () => import('./log/Log.tsx') },
        ],
      },
    ],
  },
]
