import { Button } from 'antd'
import { RefusalError } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useSay } from '../../words.tsx'

/** A refusal; where somebody else was faster, also the way on that keeps what was typed. */
export function ConflictNote(props: { error: unknown; onTakeNewer: () => void }) {
  const say = useSay()
  const isConflict =
    props.error instanceof RefusalError && props.error.code.endsWith('.changedMeanwhile')
  return (
    <>
      <RefusalNote error={props.error} />
      {isConflict && (
        <Button className="take-newer" onClick={props.onTakeNewer}>
          {say('office.unit.takeNewer')}
        </Button>
      )}
    </>
  )
}
