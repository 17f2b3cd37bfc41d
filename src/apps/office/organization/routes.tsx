import type { RouteObject } from 'react-router'

/** Screens below `/organization`; each file exports `Component`. */
export const routes: RouteObject[] = []
