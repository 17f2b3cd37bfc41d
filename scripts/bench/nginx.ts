import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { familyOf } from './cpu.ts'

export const hasNginx = (): boolean => spawnSync('which', ['nginx']).status === 0

export interface Reference {
  readonly url: string
  readonly pids: readonly number[]
  stop(): void
}

// One worker, sendfile, descriptors kept open, no log: nginx as well as it can serve files.
const configOf = (root: string, port: number): string => `
worker_processes 1; daemon off; pid ${root}/nginx.pid; error_log ${root}/error.log crit;
worker_rlimit_nofile 20000;
events { worker_connections 12000; }
http {
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 10000000; default_type "text/html; charset=utf-8";
  open_file_cache max=10000 inactive=60s; open_file_cache_valid 60s;
  server { listen 127.0.0.1:${port}; root ${root}/site; etag on; }
}`

/** nginx serving the given bytes as files, pinned to core 0 like the server it is compared with. */
export const startNginx = async (
  port: number,
  files: ReadonlyMap<string, Buffer>,
): Promise<Reference> => {
  const root = mkdtempSync(join(tmpdir(), 'gongkai-nginx-'))
  for (const [path, body] of files) {
    mkdirSync(dirname(join(root, 'site', path)), { recursive: true })
    writeFileSync(join(root, 'site', path), body)
  }
  spawnSync('chmod', ['-R', 'a+rX', root])
  writeFileSync(join(root, 'nginx.conf'), configOf(root, port))
  const child = spawn('taskset', ['-c', '0', 'nginx', '-c', join(root, 'nginx.conf'), '-p', root], {
    stdio: 'ignore',
  })
  await new Promise((resolve) => setTimeout(resolve, 800))
  return {
    url: `http://127.0.0.1:${port}`,
    pids: familyOf(child.pid ?? 0),
    stop() {
      child.kill('SIGTERM')
      rmSync(root, { recursive: true, force: true })
    },
  }
}
