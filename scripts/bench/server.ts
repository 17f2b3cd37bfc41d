import { type ChildProcess, spawn } from 'node:child_process'
import { inHome } from '#platform/home'

export interface Served {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedInMs: number
  stop(): Promise<void>
}

const untilAnswers = async (url: string, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error('the server ended while starting')
    const answer = await fetch(url).catch(() => null)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the server did not answer within 12 s')
}

/** The program itself, pinned to core 0, on a database that stands. */
export const serveOn = async (
  databaseUrl: string,
  directory: string,
  port: number,
): Promise<Served> => {
  const begun = performance.now()
  const child = spawn(
    'taskset',
    [
      '-c',
      '0',
      process.execPath,
      inHome('bin', 'gongkai.mjs'),
      'serve',
      '--port',
      String(port),
      '--directory',
      directory,
    ],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(`${url}/robots.txt`, child)
  return {
    url,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - begun,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
