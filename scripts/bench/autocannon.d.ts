declare module 'autocannon' {
  interface Options {
    readonly url: string
    readonly connections: number
    readonly overallRate: number
    /** Seconds. */
    readonly duration: number
  }
  /** Starts a bounded, rate-limited load; `stop` ends it early. */
  export default function autocannon(options: Options): { stop(): void }
}
