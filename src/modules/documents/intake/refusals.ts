import { refusals } from '#platform/refusal'

/** Every "no" about a file that somebody hands in; words in messages/<language>/refusals-intake.json. */
export const refuse = refusals('documents', {
  fileEmpty: 'invalid',
  fileTooLarge: 'invalid',
  fileTypeRefused: 'invalid',
  fileTypeMismatch: 'invalid',
  fileBroken: 'invalid',
  fileEncrypted: 'invalid',
  fileHasMacros: 'invalid',
  fileReachesOut: 'invalid',
  fileHasEntities: 'invalid',
  fileExpandsTooFar: 'invalid',
  notWordDocument: 'invalid',
  archiveRefused: 'invalid',
  pageRefused: 'invalid',
  phonePictureRefused: 'invalid',
})

export type RefusalCode = Parameters<typeof refuse>[0]
