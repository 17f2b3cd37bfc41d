import {
  organizationAbolished,
  organizationById,
  organizationChanged,
  organizationCreated,
  organizationMoved,
} from '#organizations'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { deriveAnew, editionsAbove } from './derive.ts'

const derivePlaces = async (act: Act, ...paths: readonly string[]): Promise<void> => {
  for (const edition of await editionsAbove(act, paths)) await deriveAnew(act, edition)
}

const deriveAround = async (
  act: Act,
  { organizationId }: { readonly organizationId: number },
): Promise<void> => derivePlaces(act, (await organizationById(act.tx, organizationId)).path)

/** Names and keys by which a 公开主体 finds a body. */
const naming = ['name', 'shortName', 'subjectKeys', 'kind', 'level']

/** Who owes what follows the tree of organizations. */
export const reactions: readonly Reaction[] = [
  on(organizationCreated, deriveAround),
  on(organizationAbolished, deriveAround),
  on(organizationMoved, (act, { fromPath, toPath }) => derivePlaces(act, fromPath, toPath)),
  on(organizationChanged, async (act, { organizationId, changes }) => {
    if (naming.some((name) => name in changes)) await deriveAround(act, { organizationId })
  }),
]
