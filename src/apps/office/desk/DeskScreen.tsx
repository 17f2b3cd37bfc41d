/** Not built yet. */
export function Component() {
  return null
}
