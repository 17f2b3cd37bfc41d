import { editionAdopted } from '#catalogue'
import { on, type Reaction } from '#platform/fact'
import { syncColumns } from './commands/sync-columns.ts'

/** What this module does on hearing others. */
export const reactions: readonly Reaction[] = [on(editionAdopted, syncColumns)]
