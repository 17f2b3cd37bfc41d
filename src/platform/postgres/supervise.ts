import { setTimeout as delay } from 'node:timers/promises'
import { type LaunchPlan, launch } from './launch.ts'
import { signalServer, within } from './postmaster.ts'

const pauseMs = 5_000
const fastShutdownMs = 60_000

/** Starts the server, starts it again should it ever die, and returns how to stop it for good. */
export async function supervise(plan: LaunchPlan): Promise<() => Promise<void>> {
  let running = await launch(plan)
  let stopping = false

  const life = async () => {
    for (;;) {
      const end = await running.ended
      if (stopping) return
      process.emitWarning(`PostgreSQL ended (${end}); starting it again`)
      const again = await revive()
      if (!again) return
      running = again
      if (stopping) signal('INT')
    }
  }

  const revive = async () => {
    while (!stopping) {
      try {
        return await launch(plan)
      } catch (error) {
        process.emitWarning(error as Error)
        await delay(pauseMs, undefined, { ref: false })
      }
    }
  }

  const signal = (name: 'INT' | 'QUIT') => {
    const { child } = running
    child.ref() // or Node would leave before the server does
    const lives = child.exitCode === null && child.signalCode === null
    if (child.pid && lives) signalServer(plan.programs, child.pid, name)
  }

  const lived = life()
  return async () => {
    stopping = true
    signal('INT')
    let over = false
    const ended = lived.then(() => {
      over = true
    })
    // Immediate is safe too: the next start replays the log.
    if (!(await within(fastShutdownMs, () => over))) signal('QUIT')
    await ended
  }
}
