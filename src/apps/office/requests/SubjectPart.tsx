import { Button, Select } from 'antd'
import { useState } from 'react'
import { fields } from '#catalogue/contract'
import { type CaseShape, requestAnalysis, requestCase, setSubject } from '#requests/contract'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** Which field of the catalogue a request is about: told by its title, or by a person who knows better. */
export function SubjectPart(props: { of: CaseShape }) {
  const say = useSay()
  const { of } = props
  const [isOpen, setOpen] = useState(false)
  const { data } = useCall(fields, isOpen ? {} : null)
  const act = useAct(setSubject, {
    refreshes: [requestCase, requestAnalysis],
    done: () => setOpen(false),
  })
  const { id, version, subject } = of
  if (isOpen)
    return (
      <>
        <Select
          aria-label={say('office.subject')}
          style={{ width: '100%' }}
          autoFocus
          defaultOpen
          loading={!data || act.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          value={subject?.field || null}
          onChange={(field) => act.mutate({ id, version, field })}
          onBlur={() => !act.error && setOpen(false)}
          options={(data ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
        <RefusalNote error={act.error} />
      </>
    )
  return (
    <>
      {subject?.field || <span className="quiet">{say('office.subject.none')}</span>}{' '}
      {subject && !subject.byHand && subject.field && (
        <small className="quiet">{say('office.subject.byTitle')}</small>
      )}
      {of.mayHandle && (
        <Button size="small" type="link" className="no-print" onClick={() => setOpen(true)}>
          {say('office.subject.set')}
        </Button>
      )}
    </>
  )
}
