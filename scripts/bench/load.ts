import { execFileSync, spawnSync } from 'node:child_process'
import { cpuSeconds } from './cpu.ts'

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
  readonly cpuMicroseconds: number
  readonly errors: number
}

const inMs = (text: string): number => {
  const value = Number.parseFloat(text)
  return text.endsWith('us') ? value / 1000 : text.endsWith('ms') ? value : value * 1000
}

export const hasWrk = (): boolean => spawnSync('which', ['wrk']).status === 0

/** One window of load on one address from loopback: the client on core 1, the server's CPU counted. */
export const loadWindow = (
  url: string,
  serverPids: readonly number[],
  options: { connections: number; seconds: number; headers?: readonly string[] },
): Load => {
  const before = cpuSeconds(serverPids)
  const headers = (options.headers ?? []).flatMap((header) => ['-H', header])
  const output = execFileSync(
    'taskset',
    [
      '-c',
      '1',
      'wrk',
      '-t1',
      `-c${options.connections}`,
      `-d${options.seconds}s`,
      '--latency',
      ...headers,
      url,
    ],
    { encoding: 'utf8' },
  )
  const used = cpuSeconds(serverPids) - before
  const requests = Number(/(\d+) requests in/.exec(output)?.[1] ?? 0)
  const socketErrors = [...(/Socket errors: (.*)/.exec(output)?.[1] ?? '').matchAll(/\d+/g)]
  const wrongAnswers = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0)
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1] ?? 0),
    p99Ms: inMs(/99%\s+([\d.]+\w+)/.exec(output)?.[1] ?? '0ms'),
    cpuMicroseconds: (used * 1e6) / Math.max(1, requests),
    errors: wrongAnswers + socketErrors.reduce((sum, match) => sum + Number(match[0]), 0),
  }
}

/** The least disturbed of several windows: machines are shared, and noise only ever adds. */
export const best = (windows: readonly Load[]): Load => ({
  requestsPerSecond: Math.max(...windows.map((window) => window.requestsPerSecond)),
  p99Ms: Math.min(...windows.map((window) => window.p99Ms)),
  cpuMicroseconds: Math.min(...windows.map((window) => window.cpuMicroseconds)),
  errors: windows.reduce((sum, window) => sum + window.errors, 0),
})
