import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { issueById, listIssues, pickTexts } from '#gazette/contract'
import { listPolicies, policyClasses } from '#policies/contract'
import { Dialog } from '../parts/Dialog.tsx'
import { optionsOf } from '../parts/options.ts'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type PolicyClass = (typeof policyClasses)[number]

/** The policy library, to choose texts from: by class, year and words of title or number. */
export function PickDialog(props: {
  issue: { id: number; version: number; year: number }
  taken: readonly number[]
  close: () => void
}) {
  const say = useSay()
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<PolicyClass | undefined>()
  const [year, setYear] = useState<number | undefined>()
  const [chosen, setChosen] = useState<readonly number[]>([])
  const { data } = useCall(
    listPolicies,
    { q: words, class: only, year, limit: 50 },
    { keepPrevious: true },
  )
  const pick = useAct(pickTexts, { refreshes: [issueById, listIssues], done: props.close })
  const { id, version } = props.issue
  const years = [0, 1, 2, 3].map((back) => props.issue.year - back)
  const toggle = (documentId: number) =>
    setChosen((before) =>
      before.includes(documentId)
        ? before.filter((one) => one !== documentId)
        : [...before, documentId],
    )
  return (
    <Dialog
      title={say('office.gazette.pick')}
      ok={say('office.gazette.pick.take', { n: chosen.length })}
      act={pick}
      width={760}
      isReady={chosen.length > 0}
      onOk={() => pick.mutate({ id, version, documentIds: [...chosen] })}
      onClose={props.close}
    >
      <div className="filters">
        <Input.Search
          aria-label={say('office.gazette.pick.words')}
          placeholder={say('office.gazette.pick.words')}
          allowClear
          onSearch={setWords}
        />
        <Select
          aria-label={say('policies.class')}
          placeholder={say('policies.class')}
          allowClear
          value={only}
          onChange={setOnly}
          options={optionsOf(policyClasses, (value) => say(`policy.class.${value}`))}
        />
        <Select
          aria-label={say('office.gazette.year')}
          placeholder={say('office.gazette.year')}
          allowClear
          value={year}
          onChange={setYear}
          options={optionsOf(years, (value) => String(value))}
        />
      </div>
      {data?.items.length === 0 && <p className="quiet">{say('office.gazette.pick.none')}</p>}
      <ul className="gazette-choices">
        {(data?.items ?? []).map((line) => (
          <li key={line.documentId}>
            <Checkbox
              checked={chosen.includes(line.documentId) || props.taken.includes(line.documentId)}
              disabled={props.taken.includes(line.documentId)}
              onChange={() => toggle(line.documentId)}
            >
              {line.title}{' '}
              <small className="quiet">
                {line.documentNumber} {line.organization.name} {line.publishedOn}
              </small>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
