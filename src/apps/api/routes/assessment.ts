import { coverageOf, heatMapOf, rebuildStandings, standingCells } from '#assessment'
import * as contract from '#assessment/contract'
import type { Answer } from '../answer.ts'

export const assessmentRoutes = (answer: Answer): void => {
  answer(contract.heatMap, ({ input, db }) => heatMapOf(db, input.organizationId))
  answer(contract.cells, ({ input, db }) => standingCells(db, input))
  answer(contract.coverage, ({ input, db }) => coverageOf(db, input))
  answer(contract.rebuild, ({ by, perform }) => perform(by, rebuildStandings))
}
