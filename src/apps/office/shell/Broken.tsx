import { useRouteError } from 'react-router'
import { ScreenFault } from '../parts/Fault.tsx'

/** A screen that failed to load or fell over; the rest of the office stands. */
export function Broken() {
  return <ScreenFault error={useRouteError()} />
}
