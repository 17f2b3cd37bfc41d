import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { applyImport, type importPreview, imports } from '#catalogue/contract'
import type { AnswerOf } from '../../call.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { ReasonField } from '../parts/ReasonField.tsx'
import { editionReads } from '../reads.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Takes the chosen fields into the draft, having said how many matters that touches. */
export function Apply(props: {
  importId: number
  fields: AnswerOf<typeof importPreview>['fields']
  isAll: boolean
  fieldFor: Readonly<Record<string, string>>
  reasonRequired: boolean
}) {
  const say = useSay()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [removeMissing, setRemoveMissing] = useState(false)
  const [isTried, setTried] = useState(false)
  const { fields } = props
  const act = useAct(applyImport, {
    refreshes: [...editionReads, imports],
    said: (done) =>
      say('office.catalogue.import.applied', {
        added: done.addedCount,
        changed: done.changedCount,
        removed: done.removedCount,
      }),
    done: (done) =>
      void navigate(
        done.questionCount > 0
          ? `/catalogue/editions/${done.editionId}/questions`
          : `/catalogue/editions/${done.editionId}`,
      ),
  })
  const added = sum(fields.map((one) => one.added.length))
  const changed = sum(fields.map((one) => one.changed.length))
  const notMentioned = sum(fields.map((one) => one.notMentioned.length))
  const removed = removeMissing ? notMentioned : 0
  const reasonMissing =
    props.reasonRequired && added + changed + removed > 0 && reason.trim() === ''
  const apply = () => {
    setTried(true)
    if (reasonMissing) return
    act.mutate({
      importId: props.importId,
      ...(!props.isAll && { fields: fields.map((one) => one.fieldCode) }),
      ...(Object.keys(props.fieldFor).length > 0 && { fieldFor: { ...props.fieldFor } }),
      reason,
      removeMissing,
    })
  }
  return (
    <section className="block apply">
      <h2>{say('office.catalogue.import.apply.title')}</h2>
      <RefusalNote error={act.error} />
      <div className="stack">
        {notMentioned > 0 && (
          <Checkbox
            checked={removeMissing}
            onChange={({ target }) => setRemoveMissing(target.checked)}
          >
            {say('office.catalogue.import.removeMissing', { count: notMentioned })}
          </Checkbox>
        )}
        <ReasonField
          value={reason}
          onChange={setReason}
          needed={props.reasonRequired}
          problem={isTried && reasonMissing && say('office.catalogue.reason.needed')}
        />
        <p>
          {say('office.catalogue.import.apply.about', {
            fields: fields.length,
            added,
            changed,
            removed,
          })}
        </p>
        <div className="actions">
          <Button
            type="primary"
            disabled={fields.length === 0}
            loading={act.isPending}
            onClick={apply}
          >
            {say('office.catalogue.import.apply')}
          </Button>
        </div>
      </div>
    </section>
  )
}
