import type { RouteObject } from 'react-router'

/** What becomes of records beside their editing: rooms of the documents, and the negative list. */
export const routes: RouteObject[] = [
  { path: 'documents/re-review', lazy: () => import('./ReReviews.tsx') },
  { path: 'documents/urgent', lazy: () => import('./UrgentReleases.tsx') },
  { path: 'documents/bundle', lazy: () => import('./BundleScreen.tsx') },
  { path: 'documents/events', lazy: () => import('./Events.tsx') },
  { path: 'documents/events/:id', lazy: () => import('./EventScreen.tsx') },
  { path: 'documents/limits', lazy: () => import('./Limits.tsx') },
  { path: 'catalogue/negative-list', lazy: () => import('./NegativeList.tsx') },
]
