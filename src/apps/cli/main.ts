import { Refusal } from '#platform/refusal'
import { sayRefusal, speaker } from '#platform/words'
import { type Command, exit, language, WrongUse } from './command.ts'

interface Listed {
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  readonly about: string
  readonly load: () => Promise<Command>
}

const commands: readonly Listed[] = [
  {
    name: 'serve',
    usage: '[--port N] [--host H] [--directory DIR]',
    about: 'portal, office, API and worker in one process',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'work',
    usage: '[--directory DIR]',
    about: 'only the worker: schedules, the daily clock',
    load: async () => (await import('./commands/work.ts')).work,
  },
  {
    name: 'migrate',
    usage: '[--directory DIR] [--json]',
    about: 'bring the database to this version',
    load: async () => (await import('./commands/migrate.ts')).migrate,
  },
  {
    name: 'setup',
    usage:
      '--name NAME --short NAME --region CODE --administrator USER [--domain D] [--directory DIR] [--json]',
    about: 'a real site: one government, one administrator, nothing invented',
    load: async () => (await import('./commands/setup.ts')).setup,
  },
  {
    name: 'demo',
    usage: '[--port N] [--host H] [--directory DIR]',
    about: 'an invented county to try everything in',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  {
    name: 'verify',
    usage: 'FILE|URL | --chain [--directory DIR] [--json]',
    about: 'a published page or file against the public record; the whole record',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'doctor',
    usage: '[--directory DIR] [--json]',
    about: 'looks whether this installation is in order',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  {
    name: 'reindex',
    usage: '[--directory DIR] [--json]',
    about: 'makes the search index anew; searches go on meanwhile',
    load: async () => (await import('./commands/reindex.ts')).reindex,
  },
  {
    name: 'scan',
    usage: 'FILE [--json]',
    about: 'personal data, secret marks and wrong words in every part of a file',
    load: async () => (await import('./commands/scan.ts')).scan,
  },
  {
    name: 'catalogue',
    usage: 'parse FILE --json | adopt FILE --organization CODE [--effective YYYY-MM-DD]',
    about: 'read a published table; adopt it as a catalogue',
    load: async () => (await import('./commands/catalogue.ts')).catalogue,
  },
  {
    name: 'calendar',
    usage: 'list | show YEAR | enter FILE.txt|FILE.json [--directory DIR] [--json]',
    about: 'the years of working days; a new one out of the notice of the State Council’s office',
    load: async () => (await import('./commands/calendar.ts')).calendar,
  },
  {
    name: 'clock',
    usage: 'FILE.json [--calendar YEARS.json] [--directory DIR] --json',
    about: 'events of a request → due dates and the strip of days, each with its article',
    load: async () => (await import('./commands/clock.ts')).clock,
  },
  {
    name: 'fee',
    usage: '--by items|pages --count N [--on YYYY-MM-DD] [--json]',
    about: 'the processing fee of a request, band by band',
    load: async () => (await import('./commands/fee.ts')).fee,
  },
  {
    name: 'report',
    usage:
      'annual --check FILE.json [--previous FILE.json] | annual --organization CODE --year Y [--directory DIR] [--json] | import FILE --organization CODE --year Y [--set CELL=N] [--published YYYY-MM-DD] [--reason TEXT] [--preview] [--json]',
    about:
      'the annual report: every broken equation of a file; the report of an office as JSON; an earlier report out of its file',
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'import',
    usage:
      'documents PACKAGE --organization CODE | sender ID --key PUBLIC.pem --organization CODE | folder INBOX [--receipts DIR] [--json]',
    about: 'signed packages of the office network; whose keys are taken; the watched folder',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
]

const usage = (): string =>
  `gongkai\n${commands.map(({ name, usage: follows, about }) => `  ${name} ${follows}\n      ${about}`).join('\n')}\n`

const fail = (error: unknown): number => {
  if (error instanceof WrongUse) {
    process.stderr.write(`${error.message}\n\n${usage()}`)
    return exit.wrongUse
  }
  if (error instanceof Refusal) {
    const said = sayRefusal(speaker(language()), error)
    const issues = said.issues.map((issue) => `  - ${issue.message}\n`).join('')
    process.stderr.write(`${said.message}\n${issues}`)
    return exit.refused
  }
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return exit.refused
}

/** Runs one command of the program and ends with its exit code. */
export const main = async (args: readonly string[]): Promise<void> => {
  const [name, ...rest] = args
  const command = commands.find((known) => known.name === name)
  try {
    if (name === 'help' || name === '--help') process.stdout.write(usage())
    else if (!command) throw new WrongUse(name ? `gongkai: ${name}?` : 'gongkai:')
    else await (await command.load())(rest)
  } catch (error) {
    process.exitCode = fail(error)
  }
}
