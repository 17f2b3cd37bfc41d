/**
 * CPU time of this process so far, in milliseconds. A bound on it holds on a busy machine too, where a
 * bound on the wall clock would fail for others' sake.
 */
export const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
