import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rebuildStandings } from '#assessment'
import { theSystem } from '#platform/act'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import { addresses } from '../../portal/addresses.ts'
import { startServing } from '../../serve.ts'
import { type Command, readArgs } from '../command.ts'
import { makeDemoCounty } from '../demo/build/county.ts'
import { type Followed, toFollow } from '../demo/build/requests-to-follow.ts'
import { demoPassword, staff } from '../demo/staff.ts'
import { openPlace, type Place } from '../place.ts'
import { untilAsked, whereToListen } from './serve.ts'

/** Fills an empty installation; one that has organizations already is left as it is, with null. */
export const fillIfEmpty = async (
  place: Pick<Place, 'house'>,
  tell: (line: string) => void,
): Promise<readonly Followed[] | null> => {
  const known = await place.house.db
    .selectFrom('organizations.organization')
    .select('id')
    .limit(1)
    .execute()
  if (known.length > 0) return null
  const now = new Date()
  // Two years back: old enough for a year's rhythm of documents, young enough for today's law.
  const beginning = startOfDay(addDays(dateAt(now), -730))
  const asked = await makeDemoCounty(place.house, beginning, now, tell)
  await place.house.perform(theSystem, rebuildStandings)
  return toFollow(asked)
}

/** Check codes are told once, to whoever asked; a demo started again has to know them still. */
const remember = async (
  { directory }: Pick<Place, 'directory'>,
  made: readonly Followed[] | null,
): Promise<readonly Followed[]> => {
  const file = join(directory, 'demo-requests.json')
  if (made === null) return JSON.parse(await readFile(file, 'utf8').catch(() => '[]'))
  await writeFile(file, JSON.stringify(made))
  return made
}

// One town from clerk to signer, so that a visitor can take a text the whole way; then people on whose
// desk something waits.
const signs = [
  ['chenglan-clerk', '澄岚镇经办人（有一件退回修改） clerk of a town'],
  ['chenglan-head', '澄岚镇科室负责人 section head'],
  ['chenglan-leader', '澄岚镇分管领导 leader'],
  ['office-secrecy', '保密审查（有两件待审） secrecy reviewer'],
  ['chenglan-signer', '澄岚镇签发人 signer'],
  ['minzheng-head', '县民政局科室负责人（有一件待审） section head of a department'],
  ['luting-signer', '芦汀镇签发人（有一件可发布） signer'],
  ['office-disclosure', '县政务公开办：目录、公开情况 disclosure office'],
  ['admin', '系统管理员：机构、人员 administrator'],
] as const

const welcome = (url: string, followed: readonly Followed[]): string => {
  const names = new Set(staff.map((person) => person.userName))
  const accounts = signs
    .filter(([userName]) => names.has(userName))
    .map(([userName, what]) => `    ${userName.padEnd(20)} ${what}`)
    .join('\n')
  const requests = followed
    .map(({ number, checkCode, what }) => `    ${number}  ${checkCode}  ${what}`)
    .join('\n')
  return `
  青穗县政务公开（演示） · Gongkai demo county

  门户 portal   ${url}/
  办公 office   ${url}/office/

  演示账号 demo accounts（密码 password: ${demoPassword}）
${accounts}

  查询申请进度 requests to follow（申请编号、查询码 number and check code: ${url}${addresses.requestProgress()}）
${requests}

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
    const followed = await remember(place, await fillIfEmpty(place, tell))
    const serving = await startServing(place, where)
    tell(welcome(serving.url, followed))
    await untilAsked()
    await serving.close()
  } finally {
    await place.close()
  }
}
