// GB 11643: the eighteenth sign of an identity number is the remainder of the weighted others.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'

/** Whether an identity number can be one; a mistyped figure is noticed before the form is sent. */
export const isIdCard = (text: string): boolean => {
  const number = text.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return checkSigns[sum % 11] === number[17]
}
