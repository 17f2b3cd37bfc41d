export * from './clock/contract.ts'
export * from './contract/nouns.ts'
