export * from './contract/deadlines.ts'
export * from './contract/doors.ts'
export * from './contract/form.ts'
export * from './contract/report.ts'
