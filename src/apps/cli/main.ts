import { Refusal } from '#platform/refusal'
import { type Language, sayRefusal, speaker } from '#platform/words'
import { type Command, exit, WrongUse } from './command.ts'
import { catalogue } from './commands/catalogue.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { migrateCommand } from './commands/migrate.ts'
import { serve } from './commands/serve.ts'
import { setup } from './commands/setup.ts'
import { work } from './commands/work.ts'

const commands: readonly Command[] = [serve, work, migrateCommand, setup, demo, doctor, catalogue]

const language = (): Language => (process.env.LANG?.startsWith('en') ? 'en' : 'zh-CN')

const usage = (): string =>
  `gongkai\n${commands.map((command) => `  ${command.name} ${command.usage}`).join('\n')}\n`

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
    else await command.run(rest)
  } catch (error) {
    process.exitCode = fail(error)
  }
}
