import { minuteAt } from '#platform/civil-date'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useSay } from '../words.tsx'
import type { DraftSnapshot } from './keep-draft.ts'

const looks: Readonly<Record<DraftSnapshot['state'], string>> = {
  saved: 'met',
  typing: 'none',
  saving: 'none',
  unreachable: 'late',
  conflict: 'late',
  refused: 'late',
}

/** Whether what I typed is kept, in words. */
export function SaveState(props: { snapshot: DraftSnapshot }) {
  const say = useSay()
  const { state, savedAt, restored, error } = props.snapshot
  const words =
    state === 'saved' && savedAt
      ? say('desk.save.savedAt', { time: minuteAt(new Date(savedAt)).slice(11) })
      : say(`desk.save.${state}`)
  return (
    <>
      <span role="status" aria-live="polite" className={`mark save-state ${looks[state]}`}>
        {words}
      </span>
      {restored && state !== 'saved' && <span className="quiet">{say('desk.save.restored')}</span>}
      {state === 'refused' && <RefusalNote error={error} />}
    </>
  )
}
