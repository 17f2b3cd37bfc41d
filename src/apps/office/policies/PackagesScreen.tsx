import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { importPackage, listPackages, type PackageLine, type Receipt } from '#interchange/contract'
import { RefusalError, upload } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { queries, refresh } from '../query.ts'
import { type Say, useSay } from '../words.tsx'
import { PolicyTitle } from './PolicyTitle.tsx'

const Answer = ({ receipt }: { receipt: Receipt }) => {
  const say = useSay()
  if (receipt.reason)
    return (
      <>
        <span className="mark late">{say('packages.refused')}</span>
        <small>{receipt.reason.message}</small>
        {receipt.reason.issues.map((issue) => (
          <small key={issue}>{issue}</small>
        ))}
      </>
    )
  return (
    <>
      <span className="mark met">{say('packages.accepted', { n: receipt.documents.length })}</span>
      {receipt.documents.map((one) => (
        <small key={one.reference}>
          <Link to={`/documents/${one.documentId}`}>{one.title}</Link>
        </small>
      ))}
    </>
  )
}

const columnsOf = (say: Say): Column<PackageLine>[] => [
  {
    key: 'id',
    title: say('packages.id'),
    width: 230,
    always: true,
    show: (line) => (
      <>
        <span className="number">{line.packageId.slice(0, 40)}</span>
        <small className="quiet">{line.fileName}</small>
      </>
    ),
  },
  {
    key: 'from',
    title: say('packages.from'),
    width: 190,
    show: (line) => (
      <>
        {line.sender ?? '—'}
        <small className="quiet">{say(`packages.way.${line.way}`)}</small>
      </>
    ),
  },
  {
    key: 'at',
    title: say('packages.at'),
    width: 150,
    show: (line) => <DateText of={line.receivedAt} minute />,
  },
  {
    key: 'answer',
    title: say('packages.answer'),
    show: (line) => <Answer receipt={line.receipt} />,
  },
  {
    key: 'receipt',
    title: say('packages.receipt'),
    width: 110,
    show: (line) => (
      <a href={`/api/packages/${line.id}/receipt`} download={`${line.packageId}.receipt.json`}>
        {say('packages.download')}
      </a>
    ),
  },
]

/** Packages from the office network, and the receipt of each. */
export function Component() {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<RefusalError | null>(null)
  const [isSending, setSending] = useState(false)
  const send = async (file: File) => {
    setSending(true)
    setRefused(null)
    await upload(importPackage, {}, file).catch((error) => {
      if (error instanceof RefusalError) setRefused(error)
    })
    setSending(false)
    await refresh(queries, [listPackages])
  }
  return (
    <>
      <PolicyTitle
        about={say('packages.about')}
        actions={
          <Button type="primary" loading={isSending} onClick={() => input.current?.click()}>
            {say('packages.import')}
          </Button>
        }
      />
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        aria-label={say('packages.import')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void send(file)
        }}
      />
      <RefusalNote error={refused} />
      <QueryTable<typeof listPackages, PackageLine>
        name="packages"
        endpoint={listPackages}
        input={{}}
        rows={(slice) => slice.items}
        rowKey={(line) => line.id}
        columns={columnsOf(say)}
        empty={<Empty title={say('packages.empty')} next={say('packages.empty.next')} />}
      />
    </>
  )
}
