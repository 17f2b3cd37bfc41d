import { createBrowserRouter } from 'react-router'
import { NotFound } from './parts/NotFound.tsx'
import { screens } from './screens.ts'
import { Broken } from './shell/Broken.tsx'

const Nothing = () => null

export const router = createBrowserRouter(
  [
    {
      path: '/sign-in',
      HydrateFallback: Nothing,
      ErrorBoundary: Broken,
      lazy: () => import('./sign-in/SignIn.tsx'),
    },
    {
      path: '/',
      lazy: () => import('./shell/Layout.tsx'),
      ErrorBoundary: Broken,
      HydrateFallback: Nothing,
      children: [
        {
          ErrorBoundary: Broken,
          children: [...screens, { path: '*', Component: NotFound }],
        },
      ],
    },
  ],
  { basename: '/office' },
)
