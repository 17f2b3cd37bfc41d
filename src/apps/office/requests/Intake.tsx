import { Button, Checkbox, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { dateAt } from '#platform/civil-date'
import {
  type Asked,
  deliveries,
  doors,
  identityTypes,
  type RequesterParticulars,
  registerRequest,
  requesterKinds,
  requestList,
  supplies,
} from '#requests/contract'
import type { AnswerOf } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { OrganizationSelect, useOrganizations } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { registrars } from './holders.ts'
import './requests.css'

const nobody: RequesterParticulars = {
  kind: 'naturalPerson',
  name: '',
  representative: '',
  identityType: 'idCard',
  identityNumber: '',
  telephone: '',
  email: '',
  address: '',
  postcode: '',
}
const nothing: Asked = { wanted: '', purpose: '', supply: 'paper', delivery: 'post', remarks: '' }

type Taken = AnswerOf<typeof registerRequest>

/** What the requester takes home: the number and the code that opens its page. */
function Receipt(props: { of: Taken; onNext: () => void }) {
  const say = useSay()
  const { of } = props
  return (
    <section className="block form" aria-labelledby="request-taken">
      <h2 id="request-taken">{say('office.intake.taken')}</h2>
      <dl className="facts">
        <dt>{say('office.intake.number')}</dt>
        <dd>
          <b className="code">{of.number}</b>
        </dd>
        <dt>{say('office.intake.checkCode')}</dt>
        <dd>
          <b className="code">{of.checkCode}</b>
        </dd>
      </dl>
      <p className="quiet">{say('office.intake.checkCode.about')}</p>
      <div className="part-actions no-print">
        <Button onClick={() => window.print()}>{say('office.intake.print')}</Button>
        <Button onClick={props.onNext}>{say('office.intake.next')}</Button>
        <Link to={`/requests/${of.requestId}`}>{say('office.intake.open')}</Link>
      </div>
    </section>
  )
}

/** Takes in a request that did not come over the portal (M58). */
export function Component() {
  const say = useSay()
  const { me, holds } = useSession()
  const own = useOrganizations().find((one) => one.id === me.staff.organizationId)
  const [chosen, setChosen] = useState<number | null>(null)
  const organizationId = chosen ?? (own && holds(registrars, own.path) ? own.id : null)
  const [door, setDoor] = useState<'counter' | 'post' | 'fax' | 'kiosk' | 'oral'>('counter')
  const [signed, setSigned] = useState(true)
  const [readBack, setReadBack] = useState(false)
  const [submittedOn, setSubmittedOn] = useState(dateAt(new Date()))
  const [requester, setRequester] = useState(nobody)
  const [asked, setAsked] = useState(nothing)
  const [taken, setTaken] = useState<Taken | null>(null)
  const act = useAct(registerRequest, { refreshes: [requestList], done: setTaken })
  const line = (name: keyof RequesterParticulars, optional = false) => (
    <TextField
      label={say(`office.intake.${name}`)}
      optional={optional}
      autoComplete="off"
      value={requester[name]}
      onChange={(text) => setRequester({ ...requester, [name]: text })}
    />
  )
  const again = () => {
    setTaken(null)
    setRequester(nobody)
    setAsked(nothing)
    setReadBack(false)
  }
  const isOrganization = requester.kind !== 'naturalPerson'
  const isReady = organizationId !== null && requester.name.trim() && asked.wanted.trim()
  return (
    <>
      <PageTitle title={say('office.requests.new')} about={say('office.intake.about')} />
      {taken && <Receipt of={taken} onNext={again} />}
      {!taken && (
        <form
          className="intake"
          onSubmit={(event) => {
            event.preventDefault()
            if (organizationId === null) return
            act.mutate({ organizationId, requester, asked, door, signed, submittedOn, readBack })
          }}
        >
          <RefusalNote error={act.error} />
          <section className="block form" aria-labelledby="intake-door">
            <h2 id="intake-door">{say('office.intake.door')}</h2>
            <Radio.Group
              aria-labelledby="intake-door"
              value={door}
              onChange={({ target }) => setDoor(target.value)}
              options={doors
                .filter((one) => one !== 'portal')
                .map((value) => ({ value, label: say(`request.door.${value}`) }))}
            />
            <p className="quiet">
              {say(`office.intake.receipt.${door === 'post' && !signed ? 'ordinary' : door}`)}
            </p>
            {door === 'post' && (
              <Checkbox checked={signed} onChange={({ target }) => setSigned(target.checked)}>
                {say('office.intake.signed')}
              </Checkbox>
            )}
            {door === 'oral' && (
              <Checkbox checked={readBack} onChange={({ target }) => setReadBack(target.checked)}>
                {say('office.intake.readBack')}
              </Checkbox>
            )}
            <div className="field-row">
              <DayField
                label={say(
                  door === 'post' ? 'office.intake.arrivedOn' : 'office.intake.submittedOn',
                )}
                required
                max={dateAt(new Date())}
                value={submittedOn}
                onChange={setSubmittedOn}
              />
              <Field label={say('office.requests.asked')}>
                {({ id }) => (
                  <OrganizationSelect
                    id={id}
                    value={organizationId}
                    onChange={setChosen}
                    may={(one) => holds(registrars, one.path)}
                  />
                )}
              </Field>
            </div>
          </section>
          <section className="block form" aria-labelledby="intake-requester">
            <h2 id="intake-requester">{say('office.intake.requester')}</h2>
            <p className="quiet">{say('office.intake.requester.about')}</p>
            <div className="field-row">
              <Field label={say('office.intake.kind')}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={requester.kind}
                    onChange={(kind) =>
                      setRequester({
                        ...requester,
                        kind,
                        identityType: kind === 'naturalPerson' ? 'idCard' : 'creditCode',
                      })
                    }
                    options={requesterKinds.map((value) => ({
                      value,
                      label: say(`request.kind.${value}`),
                    }))}
                  />
                )}
              </Field>
              {line('name')}
              {isOrganization && line('representative')}
              <Field label={say('office.intake.identityType')}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={requester.identityType}
                    onChange={(identityType) => setRequester({ ...requester, identityType })}
                    options={identityTypes.map((value) => ({
                      value,
                      label: say(`request.identity.${value}`),
                    }))}
                  />
                )}
              </Field>
              {line('identityNumber', true)}
              {line('telephone', true)}
              {line('email', true)}
              {line('address', true)}
              {line('postcode', true)}
            </div>
          </section>
          <section className="block form" aria-labelledby="intake-asked">
            <h2 id="intake-asked">{say('office.intake.asked')}</h2>
            <TextAreaField
              label={say('office.intake.wanted')}
              hint={say('office.intake.wanted.hint')}
              autoSize={{ minRows: 4 }}
              maxLength={4000}
              value={asked.wanted}
              onChange={(text) => setAsked({ ...asked, wanted: text })}
            />
            <div className="field-row">
              <Field label={say('office.intake.supply')}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={asked.supply}
                    onChange={(supply) => setAsked({ ...asked, supply })}
                    options={supplies.map((value) => ({
                      value,
                      label: say(`request.supply.${value}`),
                    }))}
                  />
                )}
              </Field>
              <Field label={say('office.intake.delivery')}>
                {(ids) => (
                  <Select
                    {...ids}
                    value={asked.delivery}
                    onChange={(delivery) => setAsked({ ...asked, delivery })}
                    options={deliveries.map((value) => ({
                      value,
                      label: say(`request.delivery.${value}`),
                    }))}
                  />
                )}
              </Field>
            </div>
            <TextField
              label={say('office.intake.purpose')}
              optional
              maxLength={1000}
              value={asked.purpose}
              onChange={(text) => setAsked({ ...asked, purpose: text })}
            />
            <TextField
              label={say('office.intake.remarks')}
              optional
              maxLength={1000}
              value={asked.remarks}
              onChange={(text) => setAsked({ ...asked, remarks: text })}
            />
            <div>
              <Button type="primary" htmlType="submit" disabled={!isReady} loading={act.isPending}>
                {say('office.intake.register')}
              </Button>
            </div>
          </section>
        </form>
      )}
    </>
  )
}
