import { Button, Select } from 'antd'
import { useState } from 'react'
import { attributes, levels, type Matter, matters } from '#catalogue/contract'
import { useAddress } from '../../address.ts'
import { useKey } from '../../keys.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { optionsOf } from '../../parts/options.ts'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { SearchWords } from '../../parts/SearchWords.tsx'
import { type Say, useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { Provenance } from '../parts/Provenance.tsx'
import { AddMatter } from './AddMatter.tsx'
import { BulkChange } from './BulkChange.tsx'
import { FieldList } from './FieldList.tsx'
import { MatterDrawer } from './MatterDrawer.tsx'

const filterNames = ['field', 'level', 'mode', 'attribute', 'text'] as const

const columnsOf = (say: Say, open: (code: string) => void): Column<Matter>[] => [
  {
    key: 'name',
    title: say('office.catalogue.matter'),
    always: true,
    show: (one) => (
      <>
        <button type="button" className="link" onClick={() => open(one.code)}>
          {matterName(one)}
        </button>
        <small className="quiet below">{one.code}</small>
      </>
    ),
  },
  {
    key: 'timeLimit',
    title: say('office.catalogue.element.timeLimit'),
    width: 220,
    show: (one) => <span className="clamped">{one.timeLimit || '—'}</span>,
  },
  {
    key: 'disclosingBody',
    title: say('office.catalogue.element.disclosingBody'),
    width: 190,
    show: (one) => <span className="clamped">{one.disclosingBody || '—'}</span>,
  },
  {
    key: 'channels',
    title: say('office.catalogue.element.channels'),
    width: 180,
    aside: true,
    show: (one) => <span className="clamped">{one.channels.join(', ') || '—'}</span>,
  },
  {
    key: 'attribute',
    title: say('office.catalogue.element.attribute'),
    width: 110,
    show: (one) => say(`catalogue.attribute.${one.attribute}`),
  },
  {
    key: 'levels',
    title: say('office.catalogue.element.levels'),
    width: 110,
    show: (one) =>
      one.levels
        .map((level) => say(`catalogue.level.${level}`))
        .join(say('office.catalogue.and')) || '—',
  },
  {
    key: 'provenance',
    title: say('office.catalogue.provenance'),
    width: 110,
    show: (one) => <Provenance of={one.provenance} />,
  },
]

/** The matters of an edition, field by field; each opens beside the list. */
export function Component() {
  const say = useSay()
  const { edition, mayEdit } = useEdition()
  const address = useAddress()
  const [chosen, setChosen] = useState<readonly Matter[]>([])
  const [isAdding, setAdding] = useState(false)
  const [isBulk, setBulk] = useState(false)
  const open = (code: string) => address.set({ matter: code })
  const matter = address.read('matter')
  useKey('a', say('office.catalogue.matter.add'), () => mayEdit && setAdding(true))
  const filter = {
    field: address.read('field'),
    level: address.oneOf('level', levels),
    mode: address.oneOf('mode', ['proactive', 'onRequest'] as const),
    attribute: address.oneOf('attribute', attributes),
    text: address.read('text'),
  }
  const select = (name: 'level' | 'mode' | 'attribute', values: readonly string[]) => (
    <Select
      className="choice"
      allowClear
      aria-label={say(`office.catalogue.element.${name === 'level' ? 'levels' : name}`)}
      placeholder={say(`office.catalogue.element.${name === 'level' ? 'levels' : name}`)}
      value={filter[name]}
      onChange={(value) => address.set({ [name]: value })}
      options={optionsOf(values, (value) => say(`catalogue.${name}.${value}`))}
    />
  )
  return (
    <div className="with-fields">
      <FieldList
        editionId={edition.id}
        value={filter.field}
        onChange={(code) => address.set({ field: code })}
      />
      <div>
        <search className="filters">
          <SearchWords
            label={say('office.catalogue.matters.search')}
            value={filter.text}
            onChange={(text) => address.set({ text })}
          />
          {select('level', levels)}
          {select('mode', ['proactive', 'onRequest'])}
          {select('attribute', attributes)}
          {address.has(filterNames) && (
            <Button type="link" onClick={() => address.clear(filterNames)}>
              {say('office.catalogue.filters.clear')}
            </Button>
          )}
        </search>
        <QueryTable<typeof matters, Matter>
          name="catalogue.matters"
          endpoint={matters}
          input={{ editionId: edition.id, ...filter }}
          rows={(slice) => slice.matters}
          rowKey={(one) => one.code}
          columns={columnsOf(say, open)}
          onOpen={(one) => open(one.code)}
          bar={
            mayEdit &&
            (chosen.length > 0 ? (
              <>
                <span>{say('office.catalogue.chosen', { count: chosen.length })}</span>
                <Button size="small" onClick={() => setBulk(true)}>
                  {say('office.catalogue.bulk')}
                </Button>
              </>
            ) : (
              <Button size="small" type="primary" onClick={() => setAdding(true)}>
                {say('office.catalogue.matter.add')}
              </Button>
            ))
          }
          {...(mayEdit && {
            selection: {
              selectedRowKeys: chosen.map((one) => one.code),
              onChange: (_, rows) => setChosen(rows),
            },
          })}
          empty={
            <Empty
              title={say(
                address.has(filterNames)
                  ? 'office.catalogue.matters.nothing'
                  : 'office.catalogue.matters.none',
              )}
              next={!address.has(filterNames) && say('office.catalogue.matters.none.next')}
            />
          }
        />
      </div>
      {matter && (
        <MatterDrawer key={matter} code={matter} onClose={() => address.set({ matter: null })} />
      )}
      {isAdding && (
        <AddMatter
          fieldCode={filter.field}
          onClose={() => setAdding(false)}
          onDone={(code) => {
            setAdding(false)
            open(code)
          }}
        />
      )}
      {isBulk && (
        <BulkChange
          matters={chosen}
          onClose={() => setBulk(false)}
          onDone={() => {
            setBulk(false)
            setChosen([])
          }}
        />
      )}
    </div>
  )
}
