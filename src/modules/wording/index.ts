export * from './contract.ts'
export { type ColumnToMask, type FileScan, scanFile } from './scan-file.ts'
