import { loopback } from './port.ts'

export type Settings = Readonly<Record<string, string | number>>

/** One county on one small server: 4 GB of memory, an SSD, some dozens of connections. */
const ordinary: Settings = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: 60,
  synchronous_commit: 'on',
  wal_compression: 'on',
  random_page_cost: 1.1,
  // Our queries are short; compiling them costs more than it saves.
  jit: 'off',
  timezone: 'Asia/Shanghai',
  log_timezone: 'Asia/Shanghai',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // The details and texts of failed statements may hold what an applicant wrote.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

/** Arguments of `postgres`. What keeps it private comes last, so that nothing overrides it. */
export const serverArguments = (cluster: string, port: number, settings: Settings): string[] => [
  '-D',
  cluster,
  ...Object.entries({
    ...ordinary,
    ...settings,
    port,
    listen_addresses: loopback,
    unix_socket_directories: '',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]
