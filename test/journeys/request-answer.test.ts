import { expect, test } from 'vitest'
import { addOriginal, forRequester, reviewLetter, saveLetterhead, signLetter } from '#requests'
import { namedFile } from '../world/answers.ts'
import { journey } from '../world/journey.ts'
import { makeRequest } from '../world/requests.ts'
import {
  decideInPart,
  draftOf,
  letterNamed,
  replyFields,
  serveOnline,
  withhold,
} from './request-steps.ts'
import { press, sees } from './steps.ts'

const j = await journey()

test('[M66] [M65] [M67] [M69] a request is answered in part, a name taken out, the reply signed and served', async () => {
  const keeper = j.actor('disclosureOffice')
  const organizationId = keeper.organizationId ?? 0
  const vault = { files: j.w.house.files, key: j.w.house.secret }
  await j.w.act((act) =>
    saveLetterhead(act, {
      organizationId,
      mark: '青府',
      authority: '云州市人民政府',
      court: '',
      onlineChannel: 'https://fy.example.test',
    }),
  )
  const { requestId } = await makeRequest(j.w, { organizationId, door: 'counter' })
  const bytes = namedFile()
  await j.w.act((act) => addOriginal(act, { requestId, name: '明细.docx', bytes }, vault), keeper)

  const desk = await j.at('disclosureOffice', `/requests/${requestId}/answer`)
  await decideInPart(desk)
  await press(desk, '选择不予公开的内容')
  await withhold(desk, /养护员钱禾苗/)
  await draftOf(desk, null, replyFields)
  const letters = letterNamed(desk, '部分公开')
  await press(letters, '送审')
  await sees(letters, '待审核')
  const letterId = 1
  await j.w.act((act) => reviewLetter(act, { letterId, version: 3 }))
  await j.w.act((act) => signLetter(act, { letterId, version: 4 }))
  await desk.reload()
  await press(letters, '编号发出')
  await sees(letters, '青府公复〔')
  await serveOnline(desk, '部分公开')
  const home = await forRequester(j.w.db, requestId)
  expect([home.letters.length, home.files.length]).toEqual([1, 1])
})
