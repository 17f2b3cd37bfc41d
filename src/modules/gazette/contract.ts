export * from './contract/back-issues.ts'
export * from './contract/issues.ts'
export * from './contract/proofs.ts'
export * from './contract/shapes.ts'
