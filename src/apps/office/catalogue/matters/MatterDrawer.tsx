import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { changeMatter, type Matter, type MatterElements, matterByCode } from '#catalogue/contract'
import type { AnswerOf } from '../../call.ts'
import { matterName } from '../../parts/MatterSelect.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'
import { changesOf, elementsOf } from './elements.ts'
import { MatterAside } from './MatterAside.tsx'
import { MatterForm } from './MatterForm.tsx'
import { MatterText } from './MatterText.tsx'
import { RemoveMatter } from './RemoveMatter.tsx'

/** One matter beside the list: read, or in a draft written with a reason. */
export function MatterDrawer(props: { code: string; onClose: () => void }) {
  const say = useSay()
  const { edition, mayEdit } = useEdition()
  const { nameOf } = useFields()
  const { data, error } = useCall(matterByCode, { editionId: edition.id, code: props.code })
  if (!data || !mayEdit)
    return (
      <Drawer
        open
        size={720}
        title={data ? matterName(data.matter) : props.code}
        onClose={props.onClose}
      >
        <RefusalNote error={error} />
        {!data && !error && <Waiting />}
        {data && (
          <>
            <p className="quiet">
              {nameOf(data.matter.fieldCode)} · {data.matter.code}
            </p>
            <MatterAside found={data} />
            <MatterText matter={data.matter} />
          </>
        )}
      </Drawer>
    )
  return <Writing key={data.matter.code} found={data} onClose={props.onClose} say={say} />
}

function Writing(props: {
  found: AnswerOf<typeof matterByCode>
  onClose: () => void
  say: ReturnType<typeof useSay>
}) {
  const { found, say } = props
  const { modal } = App.useApp()
  const { edition, reasonNeeded } = useEdition()
  const { nameOf } = useFields()
  const matter: Matter = found.matter
  const [elements, setElements] = useState<MatterElements>(() => elementsOf(matter))
  const [reason, setReason] = useState(found.deviation?.reason ?? '')
  const [isTried, setTried] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const changes = changesOf(elementsOf(matter), elements)
  const save = useAct(changeMatter, {
    refreshes: editionReads,
    said: say('office.catalogue.matter.saved'),
    done: (saved) => setElements(elementsOf(saved)),
  })
  const reasonMissing = reasonNeeded && reason.trim() === ''
  const isNameless = elements.level1.trim() === ''
  const trySave = () => {
    setTried(true)
    if (!changes || reasonMissing || isNameless) return
    save.mutate({ editionId: edition.id, code: matter.code, changes, reason })
  }
  const close = () => {
    if (!changes) return props.onClose()
    modal.confirm({
      title: say('office.catalogue.matter.unsaved'),
      okText: say('office.catalogue.matter.leave'),
      onOk: props.onClose,
    })
  }
  return (
    <Drawer
      open
      size={720}
      title={matterName(matter)}
      onClose={close}
      extra={
        <Button onClick={() => setRemoving(true)}>{say('office.catalogue.matter.remove')}</Button>
      }
      footer={
        <div className="actions">
          <Button type="primary" disabled={!changes} loading={save.isPending} onClick={trySave}>
            {say('office.save')}
          </Button>
          <Button onClick={close}>{say('office.close')}</Button>
        </div>
      }
    >
      <p className="quiet">
        {nameOf(matter.fieldCode)} · {matter.code}
      </p>
      <MatterAside found={found} />
      <RefusalNote error={save.error} />
      <div className="stack">
        <MatterForm
          value={elements}
          onChange={setElements}
          {...(isTried && isNameless && { problems: { level1: say('office.catalogue.needed') } })}
        />
        {changes && (
          <ReasonField
            value={reason}
            onChange={setReason}
            needed={reasonNeeded}
            problem={isTried && reasonMissing && say('office.catalogue.reason.needed')}
          />
        )}
      </div>
      {isRemoving && (
        <RemoveMatter matter={matter} onClose={() => setRemoving(false)} onDone={props.onClose} />
      )}
    </Drawer>
  )
}
