import { isCivilDate } from '#platform/civil-date'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'
import { parseFile } from '../parse-file.ts'

export const catalogue: Command = async (args) => {
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
    if (values.json) return printJson(parsed)
    for (const row of parsed.rows)
      process.stdout.write(`${row.field}\t${row.matter_l1}\t${row.matter_l2}\t${row.time_limit}\n`)
    for (const warning of parsed.warnings) process.stderr.write(`${warning.message}\n`)
    return
  }
  const { organization, effective } = values
  if (verb !== 'adopt' || !organization)
    throw new WrongUse('catalogue adopt FILE --organization CODE')
  if (effective && !isCivilDate(effective)) throw new WrongUse('--effective YYYY-MM-DD')
  const { adoptCatalogue } = await import('../adopt-catalogue.ts')
  const adopted = await adoptCatalogue({
    path,
    organization,
    effective,
    directory: values.directory,
  })
  if (values.json) printJson(adopted)
  else process.stdout.write(`${adopted.title}: ${adopted.matterCount}\n`)
}
