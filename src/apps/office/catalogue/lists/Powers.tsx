import { App, Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { importPowers, linkPower, type Power, powerLists, powers } from '#catalogue/contract'
import { useAddress } from '../../address.ts'
import { Empty } from '../../parts/Empty.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { optionsOf } from '../../parts/options.ts'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { ChooseMatter } from './ChooseMatter.tsx'
import { PasteTable } from './PasteTable.tsx'

/** The lists of powers and services against the catalogue: what has no entry in it (M3). */
export function Component() {
  const say = useSay()
  const { message } = App.useApp()
  const address = useAddress()
  const { edition, mayKeep } = useEdition()
  const [choosing, setChoosing] = useState<Power | null>(null)
  const [isPasting, setPasting] = useState(false)
  const list = address.oneOf('list', powerLists)
  const isMissing = address.read('missing') === 'true'
  const input = { editionId: edition.id, list, ...(isMissing && { missing: 'true' }) }
  const { data: head } = useCall(powers, { ...input, limit: 1 })
  const act = useAct(linkPower, {
    refreshes: [powers],
    said: say('office.catalogue.powers.linked'),
  })
  const link = (power: Power, matterCode: string | null) =>
    act.mutate(
      { powerId: power.id, matterCode },
      { onError: (error) => void message.error(error.message) },
    )
  const columns: Column<Power>[] = [
    {
      key: 'name',
      title: say('office.catalogue.power'),
      always: true,
      show: (one) => (
        <>
          {one.name}
          <small className="quiet below">
            {say(`office.catalogue.powers.${one.list}`)} · {one.code}
          </small>
        </>
      ),
    },
    {
      key: 'organization',
      title: say('office.organization'),
      width: 180,
      show: (one) => one.organizationName,
    },
    {
      key: 'matter',
      title: say('office.catalogue.powers.entry'),
      always: true,
      show: (one) => (
        <Entry
          power={one}
          mayKeep={mayKeep}
          isBusy={act.isPending && act.variables?.powerId === one.id}
          onLink={(code) => link(one, code)}
          onChoose={() => setChoosing(one)}
        />
      ),
    },
  ]
  return (
    <>
      <div className="bar">
        <p className="lead">
          {say('office.catalogue.powers.about')}{' '}
          {head && head.total > 0 && (
            <b>
              {say('office.catalogue.powers.counts', {
                total: head.total,
                missing: head.missingCount,
              })}
            </b>
          )}
        </p>
        {mayKeep && (
          <Button onClick={() => setPasting(true)}>{say('office.catalogue.powers.paste')}</Button>
        )}
      </div>
      <search className="filters">
        <Select
          className="wide-choice"
          allowClear
          aria-label={say('office.catalogue.powers.list')}
          placeholder={say('office.catalogue.powers.list')}
          value={list}
          onChange={(value) => address.set({ list: value })}
          options={optionsOf(powerLists, (value) => say(`office.catalogue.powers.${value}`))}
        />
        <Checkbox
          checked={isMissing}
          onChange={({ target }) => address.set({ missing: target.checked })}
        >
          {say('office.catalogue.powers.onlyMissing')}
        </Checkbox>
      </search>
      <QueryTable<typeof powers, Power>
        name="catalogue.powers"
        endpoint={powers}
        input={input}
        rows={(slice) => slice.powers}
        rowKey={(one) => one.id}
        columns={columns}
        empty={
          <Empty
            title={say(
              isMissing ? 'office.catalogue.powers.allLinked' : 'office.catalogue.powers.none',
            )}
            next={!isMissing && mayKeep && say('office.catalogue.powers.none.next')}
          />
        }
      />
      {choosing && (
        <ChooseMatter
          editionId={edition.id}
          title={say('office.catalogue.powers.choose', { name: choosing.name })}
          onClose={() => setChoosing(null)}
          onChoose={(matter) => {
            link(choosing, matter.code)
            setChoosing(null)
          }}
        />
      )}
      {isPasting && <Paste list={list ?? 'power'} onClose={() => setPasting(false)} />}
    </>
  )
}

/** The matter that discloses a power, or an offer of one. */
function Entry(props: {
  power: Power
  mayKeep: boolean
  isBusy: boolean
  onLink: (code: string | null) => void
  onChoose: () => void
}) {
  const say = useSay()
  const { edition } = useEdition()
  const { matterCode, suggestion } = props.power
  if (matterCode)
    return (
      <span className="inline-actions">
        <Link to={`/catalogue/editions/${edition.id}?matter=${matterCode}`}>{matterCode}</Link>
        {props.mayKeep && (
          <Button size="small" loading={props.isBusy} onClick={() => props.onLink(null)}>
            {say('office.catalogue.powers.unlink')}
          </Button>
        )}
      </span>
    )
  return (
    <span className="inline-actions">
      <span className="mark blank">{say('office.catalogue.powers.missing')}</span>
      {props.mayKeep && suggestion && (
        <Button
          size="small"
          loading={props.isBusy}
          title={suggestion.code}
          onClick={() => props.onLink(suggestion.code)}
        >
          {say('office.catalogue.powers.link', { name: matterName(suggestion) })}
        </Button>
      )}
      {props.mayKeep && (
        <Button size="small" onClick={props.onChoose}>
          {say('office.catalogue.powers.other')}
        </Button>
      )}
    </span>
  )
}

function Paste(props: { list: Power['list']; onClose: () => void }) {
  const say = useSay()
  const { organizationId } = useEdition()
  const [list, setList] = useState(props.list)
  const act = useAct(importPowers, { refreshes: [powers] })
  return (
    <PasteTable
      title={say('office.catalogue.powers.paste')}
      columns={[
        say('office.catalogue.powers.code'),
        say('office.catalogue.powers.name'),
        say('office.organization'),
      ]}
      example={say('office.catalogue.powers.example')}
      before={
        <Radio.Group
          aria-label={say('office.catalogue.powers')}
          value={list}
          onChange={({ target }) => setList(target.value as Power['list'])}
          options={optionsOf(powerLists, (value) => say(`office.catalogue.powers.${value}`))}
        />
      }
      error={act.error}
      isPending={act.isPending}
      result={
        act.data
          ? {
              said: say('office.catalogue.powers.taken', {
                added: act.data.addedCount,
                changed: act.data.changedCount,
              }),
              notUnderstood: act.data.notUnderstood,
            }
          : null
      }
      onSend={(rows) =>
        organizationId !== null &&
        act.mutate({
          organizationId,
          rows: rows.map(([code = '', name = '', organization = '']) => ({
            list,
            code,
            name,
            organization,
          })),
        })
      }
      onClose={props.onClose}
    />
  )
}
