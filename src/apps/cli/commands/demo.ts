import { rebuildStandings } from '#assessment'
import { theSystem } from '#platform/act'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import { startServing } from '../../serve.ts'
import { type Command, readArgs } from '../command.ts'
import { makeDemoCounty } from '../demo/build/county.ts'
import { demoPassword, staff } from '../demo/staff.ts'
import { openPlace, type Place } from '../place.ts'
import { untilAsked, whereToListen } from './serve.ts'

/** Fills an empty installation; one that has organizations already is left as it is. */
export const fillIfEmpty = async (
  place: Pick<Place, 'house'>,
  tell: (line: string) => void,
): Promise<boolean> => {
  const known = await place.house.db
    .selectFrom('organizations.organization')
    .select('id')
    .limit(1)
    .execute()
  if (known.length > 0) return false
  const now = new Date()
  // Two years back: old enough for a year's rhythm of documents, young enough for today's law.
  const beginning = startOfDay(addDays(dateAt(now), -730))
  await makeDemoCounty(place.house, beginning, now, tell)
  await place.house.perform(theSystem, rebuildStandings)
  return true
}

const signs = [
  ['tangwu-clerk', '棠坞镇经办人'],
  ['tangwu-head', '棠坞镇科室负责人'],
  ['tangwu-leader', '棠坞镇分管领导'],
  ['office-secrecy', '保密审查'],
  ['tangwu-signer', '棠坞镇签发人'],
  ['office-disclosure', '县政务公开办'],
  ['admin', '系统管理员'],
] as const

const welcome = (url: string): string => {
  const names = new Set(staff.map((person) => person.userName))
  const accounts = signs
    .filter(([userName]) => names.has(userName))
    .map(([userName, what]) => `    ${userName.padEnd(20)} ${what}`)
    .join('\n')
  return `
  青穗县政务公开（演示） · Gongkai demo county

  门户 portal   ${url}/
  办公 office   ${url}/office/

  演示账号 demo accounts（密码 password: ${demoPassword}）
${accounts}

  Ctrl+C 结束 to stop
`
}

export const demo: Command = async (args) => {
  const { values } = readArgs(args, {
    port: { type: 'string' },
    host: { type: 'string' },
    directory: { type: 'string' },
  })
  const where = whereToListen(values)
  const tell = (line: string) => void process.stdout.write(`${line}\n`)
  tell('正在启动数据库… starting the database')
  const place = await openPlace({ directory: values.directory, hearOthers: true })
  try {
    await fillIfEmpty(place, tell)
    const serving = await startServing(place, where)
    tell(welcome(serving.url))
    await untilAsked()
    await serving.close()
  } finally {
    await place.close()
  }
}
