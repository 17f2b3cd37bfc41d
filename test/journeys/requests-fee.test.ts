import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDays, dateAt } from '#platform/civil-date'
import { turnRequests } from '#requests'
import { journey } from '../world/journey.ts'
import { makeRequest } from '../world/requests.ts'
import { press, sees } from './steps.ts'

const j = await journey()
const today = dateAt(new Date())

test('[M68] [M74] an excessive asker is told of a fee, does not pay, and the request is given up', async () => {
  const organizationId = j.body('town').id
  // A second try finds the first one's requests: it is another asker.
  const requester = { identityType: 'other', identityNumber: randomUUID() } as const
  let last = 0
  for (let n = 1; n <= 11; n++) {
    const made = await makeRequest(j.w, {
      organizationId,
      requester,
      door: 'post',
      submittedOn: today,
      asked: { wanted: `云岚镇第${n}村集体土地承包合同` },
    })
    last = made.requestId
  }
  const office = await j.at('disclosureOffice', `/requests/${last}`)
  const likeness = office.getByRole('region', { name: '重复与频次' })
  await sees(likeness, '该申请人本月向本机关提出11件，近一年11件')
  const fee = office.getByRole('region', { name: '信息处理费' })
  await sees(fee, '该申请人当月在本机关的第11件，按件为100元')
  await press(fee, '核算')
  await sees(fee, '100元')
  await fee.getByLabel('收取或者不收取的理由').fill('当月第11件，按件计收')
  await press(fee, '建议收费')
  await sees(fee, '等待其他负责人审批。')

  const leader = await j.at('leader', `/requests/${last}`)
  await press(leader.getByRole('region', { name: '信息处理费' }), '批准')
  await sees(leader.getByRole('region', { name: '信息处理费' }), '已批准收费')

  await office.reload()
  await press(fee, '登记收费通知')
  await sees(fee, /缴费截止日：/)

  // The thirty days go by; holidays at their end may add some.
  const { due_on } = await j.w.db
    .selectFrom('requests.fee_assessment')
    .select('due_on')
    .where('request_id', '=', last)
    .executeTakeFirstOrThrow()
  const later = new Date(`${addDays(due_on ?? today, 1)}T09:00:00+08:00`)
  await j.w.act((act) => turnRequests(act), undefined, later)
  const list = await j.at('disclosureOffice', '/requests/fees')
  await sees(list, '逾期未缴，不再处理')
  const { result_code } = await j.w.db
    .selectFrom('requests.request')
    .select('result_code')
    .where('id', '=', last)
    .executeTakeFirstOrThrow()
  expect(result_code).toBe('other/overdue_fee')
})
