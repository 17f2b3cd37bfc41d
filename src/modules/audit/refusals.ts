import { refusals } from '#platform/refusal'

/** Every "no" of the action log. */
export const refuse = refusals('audit', { notYours: 'forbidden' })
