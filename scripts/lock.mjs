// Completes package-lock.json: npm leaves out optional packages of other platforms that the registry in
// use does not carry, and `npm ci` then refuses the file. `npm run lock` after every install.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const machines = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

/** For which system and machine a package is, told from its name. */
const platformOf = (name) => {
  const words = name.split('/').at(-1).split(/[-.]/)
  const os = systems.filter((one) => words.includes(one))
  const cpu = machines.filter((one) =>
    words.some((word) => word === one || word.startsWith(`${one}v`)),
  )
  const libc = words.includes('musl') || words.includes('linuxmusl') ? ['musl'] : undefined
  if (words.includes('linuxmusl')) os.push('linux')
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc && { libc }) }
}

let added = 0
for (const [place, known] of Object.entries({ ...lock.packages }))
  for (const [name, version] of Object.entries(known.optionalDependencies ?? {})) {
    const own = `${place ? `${place}/` : ''}node_modules/${name}`
    const top = `node_modules/${name}`
    if (lock.packages[own] || lock.packages[top]) continue
    const platform = platformOf(name)
    if (!platform.os && !platform.cpu) throw new Error(`for which platform is ${name}?`)
    lock.packages[top] = { version, optional: true, ...(known.dev && { dev: true }), ...platform }
    added += 1
  }
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
writeFileSync(
  file,
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
)
console.log(`${added} packages of other platforms added to the lock file`)
