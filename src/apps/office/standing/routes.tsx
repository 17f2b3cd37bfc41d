import type { RouteObject } from 'react-router'

/** Screens below `/standing`; each file exports `Component`. */
export const routes: RouteObject[] = []
