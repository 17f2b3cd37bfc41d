import { dateAt } from '#platform/civil-date'
import { addOwnWord, retireOwnWord } from '#wording'
import type { House } from '../../../house.ts'
import type { People } from './people.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Words that the county's office keeps. One of them stands in what is public already: the worker reads
 * the site with it soon after the start and lists where.
 */
export async function keepOwnWords(house: House, people: People, now: Date): Promise<void> {
  const office = people.holder('disclosureOffice', 'gov')
  const organizationId = people.organization('gov').id
  const at = new Date(now.getTime() - 3 * dayMs)
  const from = dateAt(at)
  const words = [
    {
      ...{ word: '青惠县', kind: 'wrong' as const, instead: '青穗县' },
      reason: '县名误写，上月监测通报过两次',
    },
    {
      ...{ word: '陆知刑', kind: 'leaderName' as const, instead: '陆知行' },
      reason: '县长姓名常见误写',
    },
    {
      ...{ word: '农民工工资专户', kind: 'wrong' as const, instead: '农民工工资专用账户' },
      reason: '名称以《保障农民工工资支付条例》为准',
    },
    {
      ...{ word: '精准扶贫', kind: 'sensitive' as const, instead: '' },
      reason: '新拟文稿改用巩固拓展脱贫攻坚成果的表述，引用历史文件和目录原文除外',
    },
    {
      ...{ word: '行政审批中心', kind: 'wrong' as const, instead: '政务服务中心' },
      reason: '机构名称已变更',
    },
  ] as const
  const ids: number[] = []
  for (const word of words) {
    const input = { organizationId, ...word, from, until: null }
    ids.push((await house.perform(office, (act) => addOwnWord(act, input), at)).id)
  }
  await house.perform(
    office,
    (act) => retireOwnWord(act, { id: ids.at(-1) ?? 0, reason: '系统词库将收录，不再单独维护' }),
    now,
  )
}
