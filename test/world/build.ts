import { ensureBuilt } from '../../scripts/build.mjs'

/** The office that journeys open is the one that is delivered. */
export default async function build(): Promise<void> {
  await ensureBuilt('all')
}
