/**
 * Unified social credit codes for bodies that do not exist: GB 32100-2015 asks for authority,
 * category, region, organization code (GB 11714) and a check character. The region part is our
 * unassigned 99…, so a code passes every format check and belongs to nobody.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
// GB 11714 counts with every letter.
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const weigh = (text: string, weights: readonly number[], values: string): number =>
  weights.reduce((sum, weight, at) => sum + weight * values.indexOf(text[at] ?? ''), 0)

const organizationCheck = (body: string): string => {
  const check = 11 - (weigh(body, organizationWeights, organizationAlphabet) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

const codeCheck = (body: string): string =>
  alphabet[(31 - (weigh(body, codeWeights, alphabet) % 31)) % 31] ?? ''

/** `prefix`: registering authority and category, e.g. 11 organ, 12 public institution, 54 villagers' committee, 91 enterprise. */
export const creditCode = (prefix: string, regionCode: string, serial: string): string => {
  const body = `${prefix}${regionCode}${serial}${organizationCheck(serial)}`
  return body + codeCheck(body)
}
