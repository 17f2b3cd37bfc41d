import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { cells, coverage, heatMap } from '#assessment/contract'
import { type Obligation, obligations, withdrawNotApplicable } from '#catalogue/contract'
import { useAddress } from '../../address.ts'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { matterName } from '../../parts/MatterSelect.tsx'
import { OrganizationSelect, useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { useAct } from '../../query.ts'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { useFields } from '../fields.ts'
import { CatalogueTitle } from '../parts/CatalogueTitle.tsx'
import { NotApplicable } from './NotApplicable.tsx'
import '../catalogue.css'

/** Who may say that nothing of a kind happens at a unit; as the server decides. */
const declarers = ['sectionHead', 'leader', 'signer', 'disclosureOffice', 'administrator'] as const

/** What a unit owes by the catalogue in force, and what it declared not to apply. */
export function Component() {
  const say = useSay()
  const { message, modal } = App.useApp()
  const address = useAddress()
  const { me, holds } = useSession()
  const organizations = useOrganizations()
  const { options, nameOf } = useFields()
  const [declaring, setDeclaring] = useState<Obligation | null>(null)
  const organizationId = address.number('unit') ?? me.staff.organizationId
  const unit = organizations.find((one) => one.id === organizationId)
  const mayDeclare = unit !== undefined && holds(declarers, unit.path)
  const refreshes = [obligations, cells, heatMap, coverage]
  const withdraw = useAct(withdrawNotApplicable, { refreshes })
  const askWithdraw = (one: Obligation) =>
    modal.confirm({
      title: say('office.catalogue.applicable.sure', { name: matterName(one) }),
      content: one.notApplicableReason,
      okText: say('office.catalogue.applicable'),
      onOk: () =>
        withdraw
          .mutateAsync({ organizationId: one.organizationId, matterCode: one.matterCode })
          .then(() => void message.success(say('office.done')))
          .catch((error: Error) => void message.error(error.message)),
    })
  const columns: Column<Obligation>[] = [
    {
      key: 'matter',
      title: say('office.catalogue.matter'),
      always: true,
      show: (one) => (
        <>
          <Link to={`/documents?organizationId=${one.organizationId}&matterCode=${one.matterCode}`}>
            {matterName(one)}
          </Link>
          <small className="quiet below">{one.matterCode}</small>
        </>
      ),
    },
    {
      key: 'field',
      title: say('office.catalogue.field'),
      width: 170,
      show: (one) => nameOf(one.fieldCode),
    },
    {
      key: 'because',
      title: say('office.catalogue.because'),
      width: 180,
      show: (one) => (
        <>
          {say(`office.catalogue.because.${one.because}`)}
          <small className="quiet below">{say(`catalogue.level.${one.level}`)}</small>
        </>
      ),
    },
    {
      key: 'applies',
      title: say('office.catalogue.applies'),
      width: 260,
      show: (one) =>
        one.notApplicableAt ? (
          <>
            <span className="mark notApplicable">{say('office.standing.notApplicable')}</span>
            <small className="quiet below">
              {one.notApplicableReason} <DateText of={one.notApplicableAt} />
            </small>
          </>
        ) : (
          <span className="quiet">{say('office.catalogue.applies.yes')}</span>
        ),
    },
    ...(mayDeclare
      ? [
          {
            key: 'do',
            title: say('office.catalogue.do'),
            width: 130,
            always: true,
            show: (one: Obligation) =>
              one.notApplicableAt ? (
                <Button size="small" onClick={() => askWithdraw(one)}>
                  {say('office.catalogue.applicable')}
                </Button>
              ) : (
                <Button size="small" onClick={() => setDeclaring(one)}>
                  {say('office.catalogue.notApplicable')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <>
      <CatalogueTitle withoutGovernment />
      <p className="lead">{say('office.catalogue.duties.about')}</p>
      <search className="filters">
        <OrganizationSelect
          value={organizationId}
          onChange={(id) => address.set({ unit: id })}
          label={say('office.organization')}
        />
        <Select
          className="wide-choice"
          allowClear
          aria-label={say('office.catalogue.field')}
          placeholder={say('office.catalogue.fields.all')}
          value={address.read('field')}
          onChange={(code) => address.set({ field: code })}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </search>
      <QueryTable<typeof obligations, Obligation>
        name="catalogue.duties"
        endpoint={obligations}
        input={{ organizationId, field: address.read('field') }}
        rows={(slice) => slice.obligations}
        rowKey={(one) => one.matterCode}
        columns={columns}
        empty={
          <Empty
            title={say('office.catalogue.duties.none')}
            next={say('office.catalogue.duties.none.next')}
          />
        }
      />
      {declaring && (
        <NotApplicable
          key={declaring.matterCode}
          duty={declaring}
          refreshes={refreshes}
          onClose={() => setDeclaring(null)}
        />
      )}
    </>
  )
}
