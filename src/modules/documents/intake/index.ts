/** Files that offices hand in: what may be taken, and what a Word file says. Pure, no database. */
export { type AllowedFile, allowedFiles, type FileKind } from './allowed-files.ts'
export { type CheckedFile, checkAttachment } from './check-attachment.ts'
export type { OfficialLayout } from './official-layout.ts'
export { type Picture, placePictures, redrawPicture } from './pictures.ts'
export { type ReadDocx, readDocx } from './read-docx.ts'
export { safeName } from './safe-name.ts'
