import { Button } from 'antd'
import { useState } from 'react'
import {
  fieldSummaries,
  importResponsibilities,
  obligations,
  type Responsibility,
  responsibilities,
} from '#catalogue/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { Answerable, type Target } from './Answerable.tsx'
import { ChooseMatter } from './ChooseMatter.tsx'
import { PasteTable } from './PasteTable.tsx'

/** Who leads and who joins, field by field; a matter's own line stands beneath and wins (M15). */
export function Component() {
  const say = useSay()
  const { edition, mayKeep } = useEdition()
  const { data, error } = useCall(responsibilities, { editionId: edition.id })
  const summaries = useCall(fieldSummaries, { editionId: edition.id })
  const [target, setTarget] = useState<Target | null>(null)
  const [isPasting, setPasting] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  if (error || summaries.error) return <RefusalNote error={error ?? summaries.error} />
  if (!data || !summaries.data) return <Waiting />
  const byTarget = Map.groupBy(data, (one) => one.target)
  const ofMatters = [...byTarget.keys()].filter((code) => code.includes('-'))
  const line = (one: Target, isMatter: boolean) => {
    const lines = byTarget.get(one.code) ?? []
    return (
      <tr key={one.code} className={isMatter ? 'of-matter' : undefined}>
        <th scope="row">
          {one.name}
          {isMatter && <small className="quiet"> {one.code}</small>}
        </th>
        <td>
          <Names lines={lines} part="lead" />
        </td>
        <td>
          <Names lines={lines} part="joint" />
        </td>
        {mayKeep && (
          <td>
            <Button size="small" onClick={() => setTarget(one)}>
              {say('office.catalogue.change')}
              <span className="aside-text"> {one.name}</span>
            </Button>
          </td>
        )}
      </tr>
    )
  }
  return (
    <>
      <div className="bar">
        <p className="lead">{say('office.catalogue.responsibility.about')}</p>
        {mayKeep && (
          <div className="actions">
            <Button onClick={() => setChoosing(true)}>
              {say('office.catalogue.responsibility.matter')}
            </Button>
            <Button onClick={() => setPasting(true)}>
              {say('office.catalogue.responsibility.paste')}
            </Button>
          </div>
        )}
      </div>
      <section className="table-block scroll">
        <table className="plain-table wide">
          <thead>
            <tr>
              <th scope="col">{say('office.catalogue.responsibility.target')}</th>
              <th scope="col">{say('office.catalogue.responsibility.lead')}</th>
              <th scope="col">{say('office.catalogue.responsibility.joint')}</th>
              {mayKeep && <th scope="col">{say('office.catalogue.do')}</th>}
            </tr>
          </thead>
          <tbody>
            {summaries.data
              .filter((one) => one.matterCount > 0)
              .flatMap(({ field }) => [
                line({ code: field.code, name: field.name }, false),
                ...ofMatters
                  .filter((code) => code.startsWith(`${field.code}-`))
                  .map((code) => line({ code, name: say('office.catalogue.matter') }, true)),
              ])}
          </tbody>
        </table>
      </section>
      {target && (
        <Answerable
          target={target}
          lines={byTarget.get(target.code) ?? []}
          onClose={() => setTarget(null)}
        />
      )}
      {isChoosing && (
        <ChooseMatter
          editionId={edition.id}
          title={say('office.catalogue.responsibility.matter')}
          onClose={() => setChoosing(false)}
          onChoose={(matter) => {
            setChoosing(false)
            setTarget(matter)
          }}
        />
      )}
      {isPasting && <Paste onClose={() => setPasting(false)} />}
    </>
  )
}

function Names(props: { lines: readonly Responsibility[]; part: Responsibility['part'] }) {
  const names = props.lines.filter((one) => one.part === props.part)
  if (names.length === 0) return <span className="quiet">—</span>
  return (
    <ul className="element-tags">
      {names.map((one) => (
        <li key={one.organizationId}>{one.organizationName}</li>
      ))}
    </ul>
  )
}

function Paste(props: { onClose: () => void }) {
  const say = useSay()
  const { edition } = useEdition()
  const act = useAct(importResponsibilities, { refreshes: [responsibilities, obligations] })
  return (
    <PasteTable
      title={say('office.catalogue.responsibility.paste')}
      columns={(['target', 'lead', 'joint'] as const).map((name) =>
        say(`office.catalogue.responsibility.${name}`),
      )}
      example={say('office.catalogue.responsibility.example')}
      error={act.error}
      isPending={act.isPending}
      result={
        act.data
          ? {
              said: say('office.catalogue.responsibility.set', { count: act.data.setCount }),
              notUnderstood: act.data.notUnderstood,
            }
          : null
      }
      onSend={(rows) =>
        act.mutate({
          editionId: edition.id,
          rows: rows.map(([target = '', lead = '', joint = '']) => ({ target, lead, joint })),
        })
      }
      onClose={props.onClose}
    />
  )
}
