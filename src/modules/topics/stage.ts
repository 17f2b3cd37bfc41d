import { z } from 'zod'
import { type Stage, stages } from './contract.ts'
import data from './stages.json' with { type: 'json' }

const rules = z
  .object({
    since: z.string(),
    source: z.string(),
    rules: z.array(
      z.object({ stage: z.enum(stages), kinds: z.array(z.string()), words: z.array(z.string()) }),
    ),
    otherwise: z.enum(stages),
  })
  .parse(data)

/** Which of the five stages a document belongs to, and what says so. */
export interface ProposedStage {
  readonly stage: Stage
  readonly by: 'matter' | 'kind' | 'title' | 'otherwise'
  readonly word: string
}

/** 中办发〔2016〕8号: decision, execution, management, service, result. What is said first counts most. */
export const proposeStage = (about: {
  readonly kind: string
  readonly title: string
  /** Names of the matters that it serves, the main one first. */
  readonly matters: readonly string[]
}): ProposedStage => {
  const ofKind = rules.rules.find(({ kinds }) => kinds.includes(about.kind))
  if (ofKind) return { stage: ofKind.stage, by: 'kind', word: about.kind }
  for (const [by, texts] of [
    ['matter', about.matters],
    ['title', [about.title]],
  ] as const)
    for (const text of texts)
      for (const { stage, words } of rules.rules) {
        const word = words.find((one) => text.includes(one))
        if (word) return { stage, by, word }
      }
  return { stage: rules.otherwise, by: 'otherwise', word: '' }
}

export const stageSource = rules.source
