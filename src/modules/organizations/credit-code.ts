// GB 32100-2015: no I, O, S, V, Z, which are taken for digits or for each other.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
// GB 11714, the organization code inside (its 9th to 17th character).
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const weigh = (text: string, weights: readonly number[], values: string): number =>
  weights.reduce((sum, weight, at) => sum + weight * values.indexOf(text[at] ?? ''), 0)

/** Whether a unified social credit code is well formed, both check characters included. */
export const isCreditCode = (code: string): boolean => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false
  const inner = 11 - (weigh(code.slice(8, 16), organizationWeights, organizationAlphabet) % 11)
  const innerCheck = inner === 10 ? 'X' : inner === 11 ? '0' : String(inner)
  const check = alphabet[(31 - (weigh(code, codeWeights, alphabet) % 31)) % 31]
  return innerCheck === code[16] && check === code[17]
}
