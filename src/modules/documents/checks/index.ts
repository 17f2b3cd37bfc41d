/** What is looked at in a text before its review: does it fit its matters, is it out already. */
export { overruleCheck, placeInstead } from './commands.ts'
export { checkOverruled } from './facts.ts'
export { checkReactions } from './reactions.ts'
export { contentChecks, mixedContent, shownIn } from './reading.ts'
