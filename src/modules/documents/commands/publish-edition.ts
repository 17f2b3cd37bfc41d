import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { publishEdition as contract } from '../contract/release.ts'
import { addressOf } from '../edition.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { isPublisher, wrote } from '../policy.ts'
import { blockers } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { release } from '../releasing.ts'
import { isPublisherApart } from '../store/settings.ts'
import { settingFor } from '../surroundings.ts'

export type PublishEdition = z.output<typeof contract.input>
export type Published = z.output<typeof contract.output>

/** Puts an approved edition before the public in place of the one there now. */
export async function publishEdition(act: Act, input: PublishEdition): Promise<Published> {
  const edition = await findEdition(act, input, isPublisher)
  take('publish', edition.state)
  if (wrote(act.by, edition) && (await isPublisherApart(act.tx))) throw refuse('publisherWroteIt')
  const setting = await settingFor(act, edition)
  const issues = blockers(edition, setting.around)
  if (issues.length > 0) throw refuse('notReady', { issues })

  const published = await release(act, edition, setting)
  return {
    ...markOf(published),
    indexNumber: published.document.indexNumber ?? '',
    address: addressOf(published.document.id),
  }
}
