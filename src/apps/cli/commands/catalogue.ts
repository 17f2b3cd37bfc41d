import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { adoptFile } from '#catalogue'
import { organizationByCode } from '#organizations'
import { theSystem } from '#platform/act'
import { isCivilDate } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import { parseInThread } from '../../worker/parse.ts'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'

const refuse = refusals('cli', { cannotRead: 'missing', noSuchOrganization: 'missing' })

const parseFile = async (path: string) => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw refuse('cannotRead', { path, reason: error.code ?? error.message })
  })
  return parseInThread({ name: basename(path), bytes })
}

export const catalogue: Command = {
  name: 'catalogue',
  usage: 'parse FILE --json | adopt FILE --organization CODE [--effective YYYY-MM-DD]',
  async run(args) {
    const { values, positionals } = readArgs(args, {
      json: { type: 'boolean' },
      organization: { type: 'string' },
      effective: { type: 'string' },
      directory: { type: 'string' },
    })
    const [verb, path] = positionals
    if (!path || positionals.length !== 2) throw new WrongUse('catalogue parse|adopt FILE')

    if (verb === 'parse') {
      const parsed = await parseFile(path)
      if (values.json) printJson(parsed)
      else {
        for (const row of parsed.rows)
          process.stdout.write(
            `${row.field}\t${row.matter_l1}\t${row.matter_l2}\t${row.time_limit}\n`,
          )
        for (const warning of parsed.warnings) process.stderr.write(`${warning.message}\n`)
      }
      return
    }
    if (verb !== 'adopt' || !values.organization)
      throw new WrongUse('catalogue adopt FILE --organization CODE')
    if (values.effective && !isCivilDate(values.effective))
      throw new WrongUse('--effective YYYY-MM-DD')

    const parsed = await parseFile(path)
    const place = await openPlace({ directory: values.directory, attach: true })
    try {
      const organization = await organizationByCode(place.house.db, values.organization)
      if (!organization) throw refuse('noSuchOrganization', { code: values.organization })
      const adopted = await place.house.perform(theSystem, (act) =>
        adoptFile(act, {
          organizationId: organization.id,
          fileName: basename(path),
          parsed,
          effectiveOn: values.effective ?? act.today,
        }),
      )
      if (values.json) printJson(adopted)
      else process.stdout.write(`${JSON.stringify(adopted)}\n`)
    } finally {
      await place.close()
    }
  },
}
