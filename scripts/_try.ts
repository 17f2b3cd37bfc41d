import { randomBytes } from 'node:crypto'
import { migrate } from '#platform/migrate'
import { openHouse } from '../src/apps/house.ts'
import { dateAt } from '#platform/civil-date'
import { demoDocuments } from '../src/apps/cli/demo/documents.ts'
import { organizations } from '../src/apps/cli/demo/organizations.ts'
import { adoptCatalogue, declareExceptions } from '../src/apps/cli/demo/build/catalogue.ts'
import { makePeople } from '../src/apps/cli/demo/build/people.ts'
import { Desk, makeColumns } from '../src/apps/cli/demo/build/releases.ts'
import { owedBelowCounty } from '../src/apps/cli/demo/build/county.ts'
import { rebuildStandings } from '#assessment'
import { theSystem } from '#platform/act'
const url = 'postgres://dev:dev@127.0.0.1:5432/try1'
await migrate(url)
const house = await openHouse({ databaseUrl: url, filesDirectory: '/tmp/try1-files', secret: randomBytes(32) })
const now = new Date(); const beginning = new Date(now.getTime() - 730*86400000)
const t = () => console.log(((Date.now()-now.getTime())/1000).toFixed(1))
const people = await makePeople(house, beginning); t()
const matters = await adoptCatalogue(house, people, beginning); t(); console.log(matters.length)
await makeColumns(house, people, beginning)
const docs = demoDocuments(matters, organizations, dateAt(now)); console.log(docs.length)
const desk = new Desk(house, people)
let fails = 0
const rel: any[] = []
for (const d of docs) { try { const r = await desk.release(d); if (r) rel.push(r) } catch (e: any) { fails++; if (fails < 6) console.log(d.title, d.matterCodes, e.code ?? e, JSON.stringify(e.params ?? {}).slice(0, 400)) } }
t(); console.log('fails', fails)
await desk.spread(rel, await owedBelowCounty(house), now); t()
await declareExceptions(house, people, matters, now)
console.log(await house.perform(theSystem, rebuildStandings)); t()
await house.close(); process.exit(0)
