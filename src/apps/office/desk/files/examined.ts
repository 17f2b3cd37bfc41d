import { desk, examinedFiles, listAttachments } from '#documents/contract'
import type { AnswerOf } from '../../call.ts'

export type ExaminedFile = AnswerOf<typeof examinedFiles>[number]

/** What is read anew once a file was mended or signed for. */
export const afterMending = [examinedFiles, listAttachments, desk]
