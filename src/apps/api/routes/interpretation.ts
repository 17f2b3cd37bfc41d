import * as interpretation from '#interpretation'
import * as contract from '#interpretation/contract'
import { dateAt } from '#platform/civil-date'
import type { Answer } from '../answer.ts'

const today = (): string => dateAt(new Date())

const policies = (answer: Answer): void => {
  answer(contract.interpretationDesk, ({ input, by, db }) =>
    interpretation.interpretationDesk(db, by, input.id, today()),
  )
  answer(contract.setPlan, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.setPlan(act, input)),
  )
  answer(contract.signExemption, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.signExemption(act, input)),
  )
  answer(contract.revokeExemption, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.revokeExemption(act, input)),
  )
  answer(contract.draftMaterial, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.draftMaterial(act, input)),
  )
  answer(contract.tieMaterial, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.tieMaterial(act, input)),
  )
  answer(contract.keepMaterial, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.keepMaterial(act, input)),
  )
  answer(contract.listReprints, ({ input, by, db }) =>
    interpretation.listReprints(db, by, input.id),
  )
  answer(contract.recordReprint, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.recordReprint(act, input)),
  )
  answer(contract.removeReprint, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.removeReprint(act, input)),
  )
}

const lists = (answer: Answer): void => {
  answer(contract.interpretationList, ({ input, by, db }) =>
    interpretation.interpretationList(db, by, input, today()),
  )
  answer(contract.owedInterpretations, ({ input, by, db }) =>
    interpretation.owedInterpretations(db, by, input, today()),
  )
  answer(contract.heldPolicies, ({ by, db }) => interpretation.heldPolicies(db, by, today()))
  answer(contract.formShares, ({ input, by, db }) =>
    interpretation.formShares(db, by, input.year, today()),
  )
  answer(contract.interpretationRules, ({ db }) => interpretation.interpretationRules(db, today()))
  answer(contract.setRequirement, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.setRequirement(act, input)),
  )
  answer(contract.setCommentRule, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.setCommentRule(act, input)),
  )
  answer(contract.setTarget, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.setTarget(act, input)),
  )
}

const consultation = (answer: Answer): void => {
  answer(contract.listAnswers, ({ input, by, db }) =>
    interpretation.answerList(db, by, input, today()),
  )
  answer(contract.addAnswer, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.addAnswer(act, input)),
  )
  answer(contract.changeAnswer, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.changeAnswer(act, input)),
  )
  answer(contract.reviewAnswer, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.reviewAnswer(act, input)),
  )
  answer(contract.retireAnswer, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.retireAnswer(act, input)),
  )
  answer(contract.recordQuestion, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.recordQuestion(act, input)),
  )
  answer(contract.listQuestions, ({ input, by, db }) => interpretation.questionList(db, by, input))
  answer(contract.followUpSuggestions, ({ by, db }) =>
    interpretation.followUpSuggestions(db, by, today()),
  )
}

const programmes = (answer: Answer): void => {
  answer(contract.listProgrammes, ({ input, by, db }) =>
    interpretation.programmeList(db, by, input),
  )
  answer(contract.addProgramme, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.addProgramme(act, input)),
  )
  answer(contract.saveProgramme, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.saveProgramme(act, input)),
  )
  answer(contract.releaseProgramme, ({ input, by, perform }) =>
    perform(by, (act) => interpretation.releaseProgramme(act, input)),
  )
}

/** The doors of the interpretation module. */
export const interpretationRoutes = (answer: Answer): void => {
  for (const open of [policies, lists, consultation, programmes]) open(answer)
}
