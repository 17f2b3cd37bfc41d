export * from './contract/consultation.ts'
export * from './contract/desk.ts'
export * from './contract/forms.ts'
export * from './contract/programmes.ts'
