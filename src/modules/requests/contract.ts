export * from './clock/contract.ts'
export * from './contract/desk.ts'
export * from './contract/nouns.ts'
export { type ResultCode, resultCodes } from './decision/result-codes.ts'
