// The README's test command: makes sure of Chromium and Chinese fonts, builds, runs every test against
// the embedded PostgreSQL and again against a PostgreSQL 15 where one can be had, then counts.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ensureBuilt } from './build.mjs'

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
const quiet = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const isRoot = process.getuid?.() === 0

const installed = (name) => quiet('dpkg', ['-s', name])
const wanted = ['chromium', 'fonts-noto-cjk', 'postgresql-15']
/** On Debian, as root, installs what is missing; elsewhere it must be there. */
const prepareMachine = () => {
  const missing = existsSync('/usr/bin/apt-get') ? wanted.filter((name) => !installed(name)) : []
  if (missing.length === 0 || !isRoot) return
  console.log(`installing ${missing.join(' ')}`)
  quiet('apt-get', ['update', '-qq'])
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
}

const counts = { passed: 0, failed: 0 }
/** Said once more at the end, so that the last lines of a long run tell what is broken. */
const broken = []
const slowestShown = 8
const firstLines = (text) => (text ?? '').split('\n').slice(0, 4).join('\n    ')
/** One Vitest run; its JSON report is counted, and a run that breaks off counts as a failure. */
const vitest = (label, args, env = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))
  const report = join(folder, 'report.json')
  console.log(`\n# ${label}`)
  const status = run(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=dot',
      '--reporter=json',
      '--reporter=./scripts/second-tries.mjs',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { ...env, SECOND_TRIES: join(folder, 'second-tries') },
  )
  if (existsSync(join(folder, 'second-tries')))
    broken.push(`at the first try: ${readFileSync(join(folder, 'second-tries'), 'utf8')}`)
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    if (status !== 0 && numFailedTests === 0) counts.failed += 1
    const taken = testResults.map((file) => ({ file, ms: file.endTime - file.startTime }))
    for (const { file, ms } of taken.toSorted((a, b) => b.ms - a.ms).slice(0, slowestShown))
      console.log(`${String(Math.round(ms / 1_000)).padStart(5)} s  ${relative('.', file.name)}`)
    for (const file of testResults) {
      const failed = file.assertionResults.filter((one) => one.status === 'failed')
      const messages = failed.map(
        (one) => `${one.fullName}\n    ${firstLines(one.failureMessages[0])}`,
      )
      if (file.status === 'failed' && failed.length === 0) messages.push(firstLines(file.message))
      broken.push(...messages.map((text) => `${label}\n  ${relative('.', file.name)}\n  ${text}`))
    }
  } else counts.failed += 1
  rmSync(folder, { recursive: true, force: true })
}

// These touch no database, or bring their own: once is enough.
const withoutDatabase = [
  'src/platform/postgres/**',
  'src/platform/{file-parts,print}/**',
  'src/platform/kept-front.test.ts',
  'src/modules/wording/**',
  'src/modules/requests/{clock,fee,decision,redaction}/**',
  'src/modules/annual-report/{check,printing}/**',
  'src/modules/gazette/print/**',
  'src/apps/portal/accessibility.test.ts',
  'src/apps/office/**',
  'src/apps/cli/demo/**',
  'src/modules/calendar/**',
  'src/modules/catalogue/{intake,time-rule}/**',
  'src/modules/documents/{text,intake,suggest,file-scan}/**',
  'src/modules/documents/likeness/likeness.test.ts',
].flatMap((pattern) => ['--exclude', pattern])

const postgres15 = '/usr/lib/postgresql/15/bin'
/** A throw-away PostgreSQL 15 of Debian's, or nothing where it is not installed. */
const withPostgres15 = (work) => {
  if (!existsSync(`${postgres15}/initdb`) || !isRoot) {
    console.log('\n# PostgreSQL 15 not run: not installed here')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-pg15-'))
  const port = 20_000 + (process.pid % 20_000)
  const as = (...args) =>
    quiet('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', ...args])
  quiet('chown', ['postgres', folder])
  const started =
    as(
      `${postgres15}/initdb`,
      '-D',
      `${folder}/data`,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ) &&
    as(
      `${postgres15}/pg_ctl`,
      '-D',
      `${folder}/data`,
      '-w',
      '-l',
      `${folder}/log`,
      '-o',
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`,
      'start',
    )
  try {
    if (started) work(`postgres://postgres@127.0.0.1:${port}/postgres`)
    else counts.failed += 1
  } finally {
    as(`${postgres15}/pg_ctl`, '-D', `${folder}/data`, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
}

prepareMachine()
if (run('npm', ['run', '-s', 'types']) !== 0) counts.failed += 1
await ensureBuilt('all')
vitest('rules, commands, doors and house', [])
vitest('journeys in Chromium', ['--config', 'vitest.journeys.config.ts'])
withPostgres15((url) =>
  vitest('all that touches data, on PostgreSQL 15', withoutDatabase, { DATABASE_URL: url }),
)

for (const one of broken) console.log(`\n# failed: ${one}`)
console.log(`\n${counts.passed} passed, ${counts.failed} failed`)
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
