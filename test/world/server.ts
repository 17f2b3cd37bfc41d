import { afterAll } from 'vitest'
import { type Serving, startServing } from '../../src/apps/serve.ts'
// Named as a value, so that its `afterAll` is said first and runs last: the database outlives the server.
import './world.ts'
import type { World } from './world.ts'

const servings: Serving[] = []
afterAll(async () => {
  for (const serving of servings.splice(0)) await serving.close()
})

/** Portal, office, API and, unless told otherwise, worker of a world, at an address of its own. */
export const serve = async (
  w: Pick<World, 'house'>,
  options: { readonly worker?: boolean } = {},
): Promise<Serving> => {
  const where = { port: 0, host: '127.0.0.1' }
  const serving = await startServing(w, where, { log: false, ...options })
  servings.push(serving)
  return serving
}
