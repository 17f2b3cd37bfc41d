import {
  type Checked,
  checkReport,
  isSound,
  mustPrecede,
  readReport,
  reportData,
} from '#annual-report'
import type { Finding } from '#annual-report/contract'
import { speaker } from '#platform/words'
import { type Command, exit, language, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'
import { readNamed } from '../read-named.ts'
import { importReport, importUsage } from './report-import.ts'

const usage = `report annual --check FILE.json [--previous FILE.json] [--json] | --organization CODE --year Y [--json]
${importUsage}`

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

const isYear = (year: string | undefined): boolean => /^20\d\d$/.test(year ?? '')

/**
 * `gongkai report annual`: checks a report that is a file, without a database; or writes one out.
 * `gongkai report import`: files an earlier year's report.
 */
export const report: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    check: { type: 'string' },
    previous: { type: 'string' },
    organization: { type: 'string' },
    year: { type: 'string' },
    directory: { type: 'string' },
    json: { type: 'boolean' },
    set: { type: 'string', multiple: true },
    published: { type: 'string' },
    reason: { type: 'string' },
    preview: { type: 'boolean' },
  })
  const { check, organization, year } = values
  const [verb, file, ...more] = positionals
  if (verb === 'import') {
    if (!file || more.length > 0 || !organization || !isYear(year)) throw new WrongUse(importUsage)
    const { set = [], published, reason, preview = false, json = false, directory } = values
    const asked = { organization, year: Number(year), set, published, reason, preview }
    return importReport(file, { ...asked, json, directory })
  }
  if (positionals.join() !== 'annual' || (check === undefined) === (organization === undefined))
    throw new WrongUse(usage)
  if (organization !== undefined) {
    if (!isYear(year)) throw new WrongUse(usage)
    return write(organization, Number(year), values.directory)
  }
  const checked = await read(check ?? '')
  const previous = values.previous ? mustPrecede(await read(values.previous), checked) : undefined
  tell(checkReport(checked, { previous }), values.json ?? false, {
    organization: checked.organization,
    year: checked.year,
  })
}
