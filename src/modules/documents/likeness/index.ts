/** How texts resemble each other, and by which keys they are found. Pure. */

export { bandsOf, folded, shinglesOf } from '#platform/min-hash'
export { type Likeness, likenessOf, shortestText } from './likeness.ts'
