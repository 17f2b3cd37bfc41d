import type { RouteObject } from 'react-router'

/** Topic pages; each file exports `Component`. */
export const routes: RouteObject[] = [
  { path: 'documents/topics', lazy: () => import('./TopicList.tsx') },
  { path: 'documents/topics/:id', lazy: () => import('./TopicScreen.tsx') },
]
