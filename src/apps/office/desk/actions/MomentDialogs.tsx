import { useState } from 'react'
import { scheduleEdition, setTakeDown } from '#documents/contract'
import { MomentField } from '../../parts/MomentField.tsx'
import { useSay } from '../../words.tsx'
import { ActDialog } from './ActDialog.tsx'
import type { DialogProps } from './dialogs.tsx'

/** When an approved text goes out by itself. */
export function ScheduleDialog(props: DialogProps) {
  const say = useSay()
  const { edition } = props.data
  const [at, setAt] = useState(edition.publishAt ?? '')
  return (
    <ActDialog
      name="schedule"
      endpoint={scheduleEdition}
      isReady={at !== ''}
      onDone={props.onDone}
      onClose={props.onClose}
      input={async () => ({
        id: edition.id,
        version: await props.ready(),
        publishAt: at,
      })}
    >
      <MomentField
        earliest={new Date().toISOString()}
        label={say('desk.schedule.at')}
        hint={say('desk.schedule.hint')}
        value={at}
        onChange={setAt}
      />
    </ActDialog>
  )
}

/** When a live document leaves the site by itself; empty: it stays. */
export function TakeDownDialog(props: DialogProps) {
  const say = useSay()
  const { document, edition } = props.data
  const [at, setAt] = useState(edition.takeDownAt ?? '')
  return (
    <ActDialog
      name="setTakeDown"
      endpoint={setTakeDown}
      isReady
      onDone={props.onDone}
      onClose={props.onClose}
      input={() => ({ id: document.id, takeDownAt: at || null })}
    >
      <MomentField
        earliest={new Date().toISOString()}
        label={say('desk.takeDown.at')}
        hint={say('desk.takeDown.hint')}
        value={at}
        onChange={setAt}
      />
    </ActDialog>
  )
}
