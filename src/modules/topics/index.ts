export { chooseStage, stageOf } from './commands/choose-stage.ts'
export {
  chooseDocument,
  createTopic,
  previewTopic,
  publishTopic,
  saveTopic,
} from './commands/keep-topics.ts'
export { type Stage, stages } from './contract.ts'
export { documentChosen, stageChosen, topicChanged, topicsTouched } from './facts.ts'
export { listedTopics, topicWithChoices } from './queries.ts'
export { reactions } from './reactions.ts'
export { proposeStage } from './stage.ts'
export { type EntryRow, entriesOf, lifeOf, stagesOf, type Topic, topics } from './store.ts'
