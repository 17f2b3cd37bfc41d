import { Button } from 'antd'
import { getSite, type SaveSite, saveSite } from '#organizations/contract'
import type { AnswerOf } from '../../call.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Fault } from '../../parts/Fault.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useProblems } from '../parts/problems.ts'
import { useTyped } from '../parts/use-typed.ts'
import { useUnit } from '../unit.ts'

const names = [
  'name',
  'domain',
  'idCode',
  'icp',
  'policeRecord',
  'sponsor',
  'undertaker',
  'contact',
] as const satisfies readonly (keyof SaveSite)[]

type Site = AnswerOf<typeof getSite>['site']

/** Under which name, address and records the government's site stands: its footer and meta tags. */
export function Component() {
  const { unit, may } = useUnit()
  const { data, error, refetch } = useCall(getSite, { id: unit.id })
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  return may.identify ? <SiteForm site={data.site} /> : <SiteEntry site={data.site} />
}

function SiteForm(props: { site: Site }) {
  const say = useSay()
  const { unit } = useUnit()
  const blank = Object.fromEntries(names.map((name) => [name, props.site?.[name] ?? '']))
  const { fields, set } = useTyped(blank as Omit<SaveSite, 'id'>)
  const { check, problemOf } = useProblems(saveSite)
  const act = useAct(saveSite, {
    refreshes: [getSite],
    said: say('office.unit.saved'),
  })
  return (
    <form
      noValidate
      className="block"
      onSubmit={(event) => {
        event.preventDefault()
        const input = { id: unit.id, ...fields }
        if (check(input)) act.mutate(input)
      }}
    >
      <h2>{say('office.unit.site')}</h2>
      <p className="lead">{say('office.unit.site.about')}</p>
      <RefusalNote error={act.error} />
      <div className="fields">
        {names.map((name) => (
          <TextField
            key={name}
            name={name}
            label={say(`office.unit.site.${name}`)}
            hint={say(`office.unit.site.${name}.about`)}
            problem={problemOf(name)}
            maxLength={200}
            value={fields[name]}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </div>
      <div className="actions form-end">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {say('office.save')}
        </Button>
      </div>
    </form>
  )
}

function SiteEntry(props: { site: Site }) {
  const say = useSay()
  const { site } = props
  return (
    <section className="block">
      <h2>{say('office.unit.site')}</h2>
      {site ? (
        <dl className="entry">
          {names.map((name) => (
            <div key={name}>
              <dt>{say(`office.unit.site.${name}`)}</dt>
              <dd>{site[name] || <span className="quiet">{say('office.unit.notGiven')}</span>}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Empty title={say('office.unit.site.none')} next={say('office.unit.site.none.next')} />
      )}
    </section>
  )
}
