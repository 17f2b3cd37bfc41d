import { registerRequest, type Submitted, submitRequest } from '#requests'
import type { Asked, Door, RequesterParticulars } from '#requests/contract'
import type { World } from './world.ts'

/** An invented person; the order number 000 of the identity number is given to nobody. */
export const aRequester: RequesterParticulars = {
  kind: 'naturalPerson',
  name: '钱禾苗',
  representative: '',
  identityType: 'idCard',
  identityNumber: '430528199001010003',
  telephone: '13900000000',
  email: 'hemiao@example.test',
  address: '青穗县澄岚镇云岚村12号',
  postcode: '',
}

export const asksFor: Asked = {
  wanted: '2025年澄岚镇农村公路养护资金的分配明细',
  purpose: '',
  supply: 'electronic',
  delivery: 'online',
  remarks: '',
}

/** A request that came in over the portal, or by another door through `by`. */
export const makeRequest = (
  w: World,
  given: {
    readonly organizationId: number
    readonly requester?: Partial<RequesterParticulars>
    readonly asked?: Partial<Asked>
    readonly door?: Door
    readonly signed?: boolean
    readonly at?: Date
    readonly submittedOn?: string
  },
): Promise<Submitted> => {
  const { organizationId, door = 'portal', signed = true, at } = given
  const requester = { ...aRequester, ...given.requester }
  const asked = { ...asksFor, ...given.asked }
  return w.act(
    (act) =>
      door === 'portal'
        ? submitRequest(act, { organizationId, requester, asked }, w.house.secret)
        : registerRequest(
            act,
            {
              organizationId,
              requester,
              asked,
              door,
              signed,
              submittedOn: given.submittedOn ?? act.today,
            },
            w.house.secret,
          ),
    undefined,
    at,
  )
}
