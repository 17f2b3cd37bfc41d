import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { beginIssue, importBackIssue, listIssues, nameGazette } from '#gazette/contract'
import { type AnswerOf, RefusalError, upload } from '../call.ts'
import { CardTable } from '../parts/CardTable.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Field } from '../parts/Field.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

type Listed = AnswerOf<typeof listIssues>
const first = { number: 1, total: 1 }

/** Numbers and day of an issue; the next ones are filled in. */
function useNumbers(
  proposed: Listed['proposed'] | { year: number; number: number; total: number },
) {
  const say = useSay()
  const [year, setYear] = useState<number>(proposed.year)
  const [number, setNumber] = useState<number>(proposed.number)
  const [total, setTotal] = useState<number>(proposed.total)
  const [publishedOn, setPublishedOn] = useState('')
  const figure = (words: string, value: number, set: (value: number) => void) => (
    <NumberField
      label={say(words)}
      min={1}
      precision={0}
      value={value}
      onChange={(to) => set(to ?? 1)}
    />
  )
  const fields = (
    <>
      {figure('office.gazette.year', year, setYear)}
      {figure('office.gazette.number', number, setNumber)}
      {figure('office.gazette.total', total, setTotal)}
      <DayField
        label={say('office.gazette.publishedOn')}
        value={publishedOn}
        onChange={setPublishedOn}
      />
    </>
  )
  return { fields, values: { year, number, total, publishedOn } }
}

function BeginDialog(props: { proposed: Listed['proposed']; close: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { fields, values } = useNumbers(props.proposed)
  const begin = useAct(beginIssue, {
    refreshes: [listIssues],
    done: (made) => void navigate(`/documents/gazette/${made.id}`),
  })
  return (
    <Dialog
      title={say('office.gazette.new')}
      ok={say('office.gazette.begin')}
      act={begin}
      onOk={() => begin.mutate({ ...values, publishedOn: values.publishedOn || null })}
      onClose={props.close}
    >
      {fields}
    </Dialog>
  )
}

function BackDialog(props: { close: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const year = new Date().getFullYear() - 1
  const { fields, values } = useNumbers({ year, ...first })
  const [file, setFile] = useState<File | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const send = async () => {
    if (!file) return
    setBusy(true)
    setRefused(null)
    try {
      const made = await upload(importBackIssue, { ...values, reason }, file)
      void navigate(`/documents/gazette/${made.id}`)
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error
      setRefused(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={say('office.gazette.back')}
      ok={say('office.gazette.back.send')}
      act={{ error: refused, isPending: busy }}
      isReady={file !== null}
      onOk={() => void send()}
      onClose={props.close}
    >
      {fields}
      <Field label={say('office.gazette.back.file')}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".pdf"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <TextField
        label={say('office.gazette.back.reason')}
        optional
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  )
}

function NameDialog(props: { known: Listed; close: () => void }) {
  const say = useSay()
  const [named, setNamed] = useState({
    title: props.known.title,
    sponsor: props.known.sponsor,
    standardArticle: props.known.standardArticle,
  })
  const name = useAct(nameGazette, { refreshes: [listIssues], done: props.close })
  return (
    <Dialog
      title={say('office.gazette.name')}
      ok={say('office.gazette.save')}
      act={name}
      onOk={() => name.mutate(named)}
      onClose={props.close}
    >
      {(['title', 'sponsor', 'standardArticle'] as const).map((field) => (
        <TextField
          key={field}
          label={say(`office.gazette.name.${field}`)}
          value={named[field]}
          onChange={(text) => setNamed({ ...named, [field]: text })}
        />
      ))}
    </Dialog>
  )
}

/** Issues of the gazette, in the making and published. */
export function Component() {
  const say = useSay()
  const { data, error, isPending, refetch } = useCall(listIssues, {}, { staleTime: 0 })
  const [open, setOpen] = useState<'new' | 'back' | 'name' | null>(null)
  const close = () => setOpen(null)
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <PageTitle
        title={data?.title ?? say('office.gazette')}
        about={say('office.gazette.about')}
        actions={
          data?.mayCompile && (
            <>
              <Button onClick={() => setOpen('name')}>{say('office.gazette.name')}</Button>
              <Button onClick={() => setOpen('back')}>{say('office.gazette.back')}</Button>
              <Button type="primary" onClick={() => setOpen('new')}>
                {say('office.gazette.new')}
              </Button>
            </>
          )
        }
      />
      <CardTable
        rows={data?.issues ?? []}
        rowKey={(issue) => issue.id}
        loading={isPending}
        columns={[
          {
            key: 'issue',
            title: say('office.gazette.issue'),
            show: (issue) => (
              <Link to={`/documents/gazette/${issue.id}`}>
                {say('gazette.issueName', {
                  year: issue.year,
                  number: issue.number,
                  total: issue.total,
                })}
              </Link>
            ),
          },
          {
            key: 'texts',
            title: say('office.gazette.texts'),
            width: 100,
            show: (issue) => issue.texts,
          },
          {
            key: 'day',
            title: say('office.gazette.publishedOn'),
            width: 140,
            show: (issue) => issue.publishedOn ?? '—',
          },
          {
            key: 'state',
            title: say('office.data.state'),
            width: 180,
            show: (issue) => (
              <>
                {say(`gazette.state.${issue.state}`)}
                {issue.origin === 'imported' && (
                  <small className="quiet">{say('office.gazette.imported')}</small>
                )}
              </>
            ),
          },
        ]}
        empty={<Empty title={say('office.gazette.none')} next={say('office.gazette.none.next')} />}
      />
      {open === 'new' && data && <BeginDialog proposed={data.proposed} close={close} />}
      {open === 'back' && <BackDialog close={close} />}
      {open === 'name' && data && <NameDialog known={data} close={close} />}
    </>
  )
}
