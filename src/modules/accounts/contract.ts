export * from './contract/keepers.ts'
export * from './contract/sign-in.ts'
export * from './contract/staff.ts'
