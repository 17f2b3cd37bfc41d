import { type Checked, checkReport, isSound, readReport, reportData } from '#annual-report'
import type { Finding } from '#annual-report/contract'
import { speaker } from '#platform/words'
import { type Command, exit, language, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'
import { readNamed } from '../read-named.ts'

const usage =
  'report annual --check FILE.json [--previous FILE.json] [--json] | --organization CODE --year Y [--json]'

/** `V01 ERROR t3/r1/c1: … — t3/r1/c1 + t3/r2/c1 = t3/r3.7/c1 + t3/r4/c1 (38 ≠ 37)`. */
const line = ({ id, level, cell, equation, left, right }: Finding): string => {
  const said = speaker(language())(`annualReport.rule.${id}`)
  return `${id} ${level} ${cell}: ${said} ${equation} (${left ?? '—'} ≠ ${right ?? '—'})\n`
}

const tell = (checked: Checked, json: boolean, about: object): void => {
  for (const found of checked.findings) process.stderr.write(line(found))
  if (json) printJson({ ...about, sound: isSound(checked), ...checked })
  if (!isSound(checked)) process.exitCode = exit.refused
}

const read = async (path: string) => readReport((await readNamed(path)).toString())

/** The report of an organ out of an installation: the published one, else as it stands. */
const write = async (
  organization: string,
  year: number,
  directory: string | undefined,
): Promise<void> => {
  const place = await openPlace({ directory, attach: true })
  try {
    printJson(await reportData(place.house.db, organization, year))
  } finally {
    await place.close()
  }
}

/** `gongkai report annual`: checks a report that is a file, without a database; or writes one out. */
export const report: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    check: { type: 'string' },
    previous: { type: 'string' },
    organization: { type: 'string' },
    year: { type: 'string' },
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  const { check, organization, year } = values
  if (positionals.join() !== 'annual' || (check === undefined) === (organization === undefined))
    throw new WrongUse(usage)
  if (organization !== undefined) {
    if (!/^20\d\d$/.test(year ?? '')) throw new WrongUse(usage)
    return write(organization, Number(year), values.directory)
  }
  const checked = await read(check ?? '')
  const previous = values.previous ? await read(values.previous) : undefined
  tell(checkReport(checked, { previous }), values.json ?? false, {
    organization: checked.organization,
    year: checked.year,
  })
}
