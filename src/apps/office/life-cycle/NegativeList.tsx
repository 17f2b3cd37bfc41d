import { Button, Radio } from 'antd'
import { useState } from 'react'
import { type NegativeEntry, negativeList } from '#catalogue/contract'
import { CatalogueTitle } from '../catalogue/parts/CatalogueTitle.tsx'
import { CardTable } from '../parts/CardTable.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { Fault } from '../parts/Fault.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { EndEntry, EntryForm } from './NegativeEntry.tsx'
import './life-cycle.css'

/** What is not disclosed, on what ground, how far: of a unit and those above it (M6). */
export function Component() {
  const say = useSay()
  const { me } = useSession()
  const [organizationId, setOrganization] = useState(me.staff.organizationId)
  const [ended, setEnded] = useState(false)
  const [form, setForm] = useState<NegativeEntry | 'new' | null>(null)
  const [ending, setEnding] = useState<NegativeEntry | null>(null)
  const { data, error } = useCall(
    negativeList,
    { organizationId, ended: ended ? 'true' : 'false' },
    { keepPrevious: true },
  )
  const add = data?.mayKeep && (
    <Button type="primary" onClick={() => setForm('new')}>
      {say('negative.add')}
    </Button>
  )
  return (
    <>
      <CatalogueTitle withoutGovernment actions={add} />
      <p className="quiet negative-about">{say('negative.about')}</p>
      <div className="filters">
        <OrganizationSelect
          value={organizationId}
          onChange={(id) => setOrganization(id ?? me.staff.organizationId)}
        />
        <Radio.Group
          optionType="button"
          aria-label={say('negative.title')}
          value={ended}
          onChange={({ target }) => setEnded(target.value as boolean)}
          options={[
            { value: false, label: say('negative.which.now') },
            { value: true, label: say('negative.which.ended') },
          ]}
        />
      </div>
      {error && !data && <Fault error={error} />}
      {data && (
        <section className="block">
          <CardTable
            rows={data.entries}
            rowKey={(entry) => entry.id}
            empty={<Empty title={say('negative.empty')} next={say('negative.empty.next')} />}
            columns={[
              {
                key: 'category',
                title: say('negative.category'),
                show: (entry) => (
                  <>
                    <b>{entry.category}</b>
                    {entry.inherited && (
                      <small className="quiet number">
                        {say('negative.inherited', { name: entry.organizationName })}
                      </small>
                    )}
                    {entry.signs.length > 0 && (
                      <div className="signs">
                        {entry.signs.map((sign) => (
                          <span key={sign}>{sign}</span>
                        ))}
                      </div>
                    )}
                  </>
                ),
              },
              {
                key: 'attribute',
                title: say('negative.attribute'),
                width: 110,
                show: (entry) => say(`office.attribute.${entry.attribute}`),
              },
              {
                key: 'ground',
                title: say('negative.ground'),
                show: (entry) => (
                  <>
                    {say(`documents.ground.${entry.ground}`)}
                    <small className="quiet number">{entry.article}</small>
                  </>
                ),
              },
              {
                key: 'extent',
                title: say('negative.extent'),
                show: (entry) => (
                  <>
                    {say(`negative.extent.${entry.extent}`)}
                    {entry.extentNote && <small className="quiet number">{entry.extentNote}</small>}
                  </>
                ),
              },
              {
                key: 'since',
                title: say('limit.appliesFrom'),
                width: 130,
                show: (entry) => (
                  <>
                    <DateText of={entry.validFrom} />
                    {entry.validTo && <small className="quiet number">{entry.endedReason}</small>}
                  </>
                ),
              },
              {
                key: 'do',
                title: '',
                width: 150,
                show: (entry) =>
                  data.mayKeep &&
                  !entry.inherited &&
                  entry.validTo === null && (
                    <span className="actions">
                      <Button size="small" onClick={() => setForm(entry)}>
                        {say('negative.change')}
                      </Button>
                      <Button size="small" danger onClick={() => setEnding(entry)}>
                        {say('negative.end')}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        </section>
      )}
      {form && (
        <EntryForm
          organizationId={organizationId}
          entry={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
      {ending && <EndEntry entry={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
