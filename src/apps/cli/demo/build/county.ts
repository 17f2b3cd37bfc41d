import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { sealDays } from '#seals'
import type { House } from '../../../house.ts'
import { demoDocuments } from '../documents.ts'
import { demoDrafts } from '../drafts.ts'
import { organizations } from '../organizations.ts'
import { AnnualReports } from './annual-reports.ts'
import { adoptCatalogue, declareExceptions } from './catalogue.ts'
import { layStoppedDrafts } from './checks.ts'
import { gatherTopics, releaseTables } from './datasets.ts'
import { askForFee } from './fees.ts'
import { GazetteOffice } from './gazette.ts'
import { holdPolicies } from './held.ts'
import { exemptOld, Interpreting } from './interpretation.ts'
import { makeLearning } from './learning.ts'
import { makeLetters } from './letters.ts'
import { makeLifeCycle } from './life-cycle.ts'
import { keepOwnWords } from './own-words.ts'
import { receivePackages } from './packages.ts'
import { makePeople, renewPasswords } from './people.ts'
import { Policies } from './policies.ts'
import { Desk, makeColumns, type Owed, type Released } from './releases.ts'
import { listAnswers } from './request-log.ts'
import { type DemoRequest, makeRequests } from './requests.ts'
import { layStoppedFile } from './stopped-file.ts'

export const owedBelowCounty = async (house: House): Promise<Owed> => {
  const rows = await house.db
    .selectFrom('catalogue.obligation as duty')
    .innerJoin('organizations.organization as body', 'body.id', 'duty.organization_id')
    .select(['duty.matter_code', 'body.code'])
    .where('body.level', '<>', 'county')
    .orderBy('body.ordinal')
    .execute()
  const byMatter = Map.groupBy(rows, (row) => row.matter_code)
  return (matterCode) => (byMatter.get(matterCode) ?? []).map((row) => row.code)
}

/**
 * Makes the invented county by the same commands that a real one uses, each act dated on the day on
 * which it would have happened. `tell` hears how far it is. Answers with the requests made: their check
 * codes are kept nowhere else.
 */
export const makeDemoCounty = async (
  house: House,
  beginning: Date,
  now: Date,
  tell: (line: string) => void,
): Promise<readonly DemoRequest[]> => {
  const today = dateAt(now)
  tell('正在建立演示县：机构和人员… bodies and staff')
  const people = await makePeople(house, beginning)
  tell('采用标准目录… adopting the reference catalogue')
  const matters = await adoptCatalogue(house, people, beginning)
  await makeColumns(house, people, beginning)

  const documents = demoDocuments(matters, organizations, today)
  tell(`发布 ${documents.length} 份文件… publishing ${documents.length} documents`)
  const desk = new Desk(house, people)
  const policies = new Policies(house, people, now)
  desk.beforeReview.push(policies.review, exemptOld(house, people))
  await policies.release(desk, beginning)
  await policies.cleanUp()
  const released: Released[] = []
  for (const document of documents) {
    const out = await desk.release(document)
    if (out) released.push(out)
  }
  await new Interpreting(house, people, released).all(now)
  await desk.spread(released, await owedBelowCounty(house), now)
  await releaseTables(house, people, desk, matters, today)
  await gatherTopics(house, people, matters, now)
  await new GazetteOffice(house, people).all(now)
  await declareExceptions(house, people, matters, now)
  for (const draft of demoDrafts(matters, organizations, today)) await desk.begin(draft, now)
  await makeLifeCycle(house, people, now)
  await holdPolicies(house, people, now)
  await receivePackages(house, people, now)
  await layStoppedFile(house, people, documents, now)
  await keepOwnWords(house, people, now)
  await layStoppedDrafts(house, people, matters, released, now)
  tell('登记依申请公开… taking requests in')
  const asked = await makeRequests(house, people, now)
  await makeLetters(house, people, asked, now)
  await askForFee(house, people, asked, now)
  await makeLearning(house, people, now)
  await listAnswers(house, asked, now)
  await new AnnualReports(house, people).all(now)
  await house.perform(theSystem, (act) => sealDays(act), now)
  await renewPasswords(house, now)
  return asked
}
