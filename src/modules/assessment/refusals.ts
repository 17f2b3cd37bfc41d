import { refusals } from '#platform/refusal'

export const refuse = refusals('assessment', { notYours: 'forbidden' })
