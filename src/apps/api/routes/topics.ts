import * as topics from '#topics'
import * as contract from '#topics/contract'
import type { Answer } from '../answer.ts'

export const topicsRoutes = (answer: Answer): void => {
  answer(contract.listTopics, ({ by, db }) => topics.listedTopics(db, by))
  answer(contract.topicById, ({ input, db }) => topics.topicWithChoices(db, input.id))
  answer(contract.createTopic, ({ input, by, perform }) =>
    perform(by, (act) => topics.createTopic(act, input)),
  )
  answer(contract.saveTopic, ({ input, by, perform }) =>
    perform(by, (act) => topics.saveTopic(act, input)),
  )
  answer(contract.previewTopic, ({ input, by, perform }) =>
    perform(by, (act) => topics.previewTopic(act, input)),
  )
  answer(contract.chooseDocument, ({ input, by, perform }) =>
    perform(by, (act) => topics.chooseDocument(act, input)),
  )
  answer(contract.publishTopic, ({ input, by, perform }) =>
    perform(by, (act) => topics.publishTopic(act, input)),
  )
  answer(contract.stageOfDocument, ({ input, by, db }) => topics.stageOf(db, by, input.id))
  answer(contract.chooseStage, ({ input, by, perform }) =>
    perform(by, (act) => topics.chooseStage(act, input)),
  )
}
