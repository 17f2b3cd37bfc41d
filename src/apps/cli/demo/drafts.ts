import { addDays, type CivilDate } from '#platform/civil-date'
import { matterRef, mattersOf } from './texts/matters.ts'
import { page } from './texts/page.ts'
import { unfinished } from './texts/work-in-progress.ts'
import type { DemoDraft, DemoMatter, DemoOrganization } from './types.ts'

/** What lies on the desks today, in every state that a text can be in before it goes out. */
export const demoDrafts = (
  matters: readonly DemoMatter[],
  organizations: readonly DemoOrganization[],
  today: CivilDate,
): DemoDraft[] =>
  unfinished.map((text): DemoDraft => {
    const me = organizations.find(({ code }) => code === text.by)
    if (me === undefined) throw new Error(`demo draft ${text.key}: no organization ${text.by}`)
    const refs = text.serves === '' ? [] : text.serves.split('；').map(matterRef)
    const found = refs
      .flatMap((ref) => mattersOf(ref, matters))
      .filter(({ levels }) => levels.length === 0 || levels.includes(me.level))
    const formedOn = addDays(today, -text.formed)
    return {
      key: text.key,
      organizationCode: me.code,
      clerk: text.clerk,
      matters: refs,
      matterCodes: [...new Set(found.map(({ code }) => code))],
      title: text.title,
      kind: text.kind,
      html: page(text.body),
      writtenOn: formedOn,
      formedOn,
      attribute: text.attribute ?? 'proactive',
      ...(text.ground && { attributeGround: text.ground[0], attributeReason: text.ground[1] }),
      keywords: text.keywords.split(' '),
      state: text.state,
      ...(text.returned && { returned: text.returned }),
      ...(text.scheduled && { scheduledOn: addDays(today, text.scheduled) }),
    }
  })
