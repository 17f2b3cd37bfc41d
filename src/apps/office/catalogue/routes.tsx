import type { RouteObject } from 'react-router'

/** Screens below `/catalogue`; each file exports `Component`. */
export const routes: RouteObject[] = []
