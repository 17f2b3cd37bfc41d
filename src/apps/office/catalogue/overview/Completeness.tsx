import { itemCounts, levelMatrix, structure } from '#catalogue/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ItemCounts } from './ItemCounts.tsx'
import { LevelMatrix } from './LevelMatrix.tsx'
import { StructureGaps } from './StructureGaps.tsx'

/** How complete an edition is: first-level matters, levels, must and may. */
export function Component() {
  const say = useSay()
  const { edition } = useEdition()
  const asked = { editionId: edition.id }
  const gaps = useCall(structure, asked)
  const matrix = useCall(levelMatrix, asked)
  const counts = useCall(itemCounts, asked)
  return (
    <>
      <section className="block">
        <h2>{say('office.catalogue.structure')}</h2>
        <RefusalNote error={gaps.error} />
        {gaps.data ? <StructureGaps structure={gaps.data} /> : !gaps.error && <Waiting rows={2} />}
      </section>
      <section className="block">
        <h2>{say('office.catalogue.levels')}</h2>
        <RefusalNote error={matrix.error} />
        {matrix.data ? <LevelMatrix matrix={matrix.data} /> : !matrix.error && <Waiting />}
      </section>
      <section className="block">
        <h2>{say('office.catalogue.counts.title')}</h2>
        <RefusalNote error={counts.error} />
        {counts.data ? <ItemCounts counts={counts.data} /> : !counts.error && <Waiting />}
      </section>
    </>
  )
}
