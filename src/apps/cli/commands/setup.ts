import { randomBytes } from 'node:crypto'
import { createFirstAdministrator } from '#accounts'
import { loadReferenceCatalogue } from '#catalogue'
import { createOrganization, saveSite } from '#organizations'
import { theSystem } from '#platform/act'
import { refusals } from '#platform/refusal'
import { type Command, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'

const refuse = refusals('cli', { alreadySetUp: 'conflict' })

/** Letters and digits of a base64 text make one that people can type; a class mark satisfies the policy. */
const firstPassword = (): string => `Gk-${randomBytes(15).toString('base64url')}-1a`

export const setup: Command = async (args) => {
  const { values } = readArgs(args, {
    name: { type: 'string' },
    short: { type: 'string' },
    region: { type: 'string' },
    administrator: { type: 'string' },
    domain: { type: 'string' },
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  const { name, administrator } = values
  if (!name || !administrator) throw new WrongUse('setup --name NAME --administrator USER')
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const password = firstPassword()
    await place.house.perform(theSystem, async (act) => {
      const known = await act.tx
        .selectFrom('organizations.organization')
        .select('id')
        .limit(1)
        .execute()
      if (known.length > 0) throw refuse('alreadySetUp')
      const government = await createOrganization(act, {
        code: 'gov',
        kind: 'government',
        level: 'county',
        name,
        shortName: values.short ?? name.replace(/人民政府$/, ''),
        parentId: null,
      })
      await saveSite(act, {
        id: government.id,
        name,
        domain: values.domain ?? '',
        idCode: values.region ? `${values.region}0001` : '',
        icp: '',
        policeRecord: '',
        sponsor: name,
        undertaker: '',
        contact: '',
      })
      await createFirstAdministrator(
        act,
        { organizationId: government.id, userName: administrator, name: administrator },
        { password, mustChange: true },
      )
      await loadReferenceCatalogue(act)
    })
    if (values.json) printJson({ administrator, password })
    else
      process.stdout.write(
        `站点已建立。管理员：${administrator}，首次密码（登录后须修改）：${password}\n下一步：gongkai serve\n`,
      )
  } finally {
    await place.close()
  }
}
