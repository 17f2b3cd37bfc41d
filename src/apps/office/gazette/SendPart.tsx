import { App, Button } from 'antd'
import { useState } from 'react'
import { channels, issueById, recordSending } from '#gazette/contract'
import type { AnswerOf } from '../call.ts'
import { copyText } from '../copy-text.ts'
import { ActForm } from '../parts/ActForm.tsx'
import { NumberField } from '../parts/NumberField.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Issue = AnswerOf<typeof issueById>

/** Passing an issue on: a digest to copy, a sheet to print, and where it went (M103). */
export function SendPart(props: { issue: Issue }) {
  const say = useSay()
  const { message } = App.useApp()
  const { issue } = props
  const [channel, setChannel] = useState<(typeof channels)[number]>('newMedia')
  const [receiver, setReceiver] = useState('')
  const [copies, setCopies] = useState<number | null>(null)
  const [link, setLink] = useState('')
  const [sentOn, setSentOn] = useState('')
  const send = useAct(recordSending, {
    refreshes: [issueById],
    done: () => {
      setReceiver('')
      setLink('')
    },
  })
  const { year, number, total } = issue
  const address = `${location.origin}/gazette/${year}/${number}`
  const titles = issue.entries
    .filter(({ gone }) => !gone)
    .map((entry) => `${entry.number}. ${entry.title}\n${address}/${entry.number}`)
  const digest = [
    `${issue.title} ${say('gazette.issueName', { year, number, total })}`,
    ...titles,
    address,
  ].join('\n')
  const copy = async () => {
    await copyText(digest)
    void message.success(say('office.gazette.copied'))
  }
  return (
    <section className="block" aria-labelledby="gazette-send">
      <h2 id="gazette-send">{say('office.gazette.send')}</h2>
      <p className="actions gazette-actions">
        <Button onClick={() => void copy()}>{say('office.gazette.copy')}</Button>
        <a href={`/gazette/${year}/${number}/print`}>{say('portal.gazette.sheet')}</a>
        <a href={`/gazette/${year}/${number}.pdf`}>PDF</a>
      </p>
      <ul className="points gazette-sent">
        {issue.sendings.map((one) => (
          <li key={one.id}>
            {one.sentOn} {say(`gazette.channel.${one.channel}`)} {one.receiver}{' '}
            {one.copies !== null && say('office.gazette.copies', { n: one.copies })}{' '}
            {one.link && <a href={one.link}>{one.link}</a>}{' '}
            <small className="quiet">{one.recordedBy}</small>
          </li>
        ))}
      </ul>
      {(issue.may.compile || issue.may.publish) && (
        <div className="form">
          <ActForm
            plain
            act={send}
            ok={say('office.gazette.record')}
            onSubmit={() => send.mutate({ id: issue.id, channel, receiver, copies, link, sentOn })}
          >
            <SelectField
              label={say('office.gazette.channel')}
              value={channel}
              onChange={setChannel}
              options={optionsOf(channels, (value) => say(`gazette.channel.${value}`))}
            />
            <TextField
              label={say('office.gazette.receiver')}
              value={receiver}
              onChange={setReceiver}
            />
            <NumberField
              label={say('office.gazette.copiesSent')}
              optional
              min={1}
              precision={0}
              value={copies}
              onChange={setCopies}
            />
            <TextField
              label={say('office.gazette.link')}
              optional
              value={link}
              onChange={setLink}
            />
            <DayField label={say('office.gazette.sentOn')} value={sentOn} onChange={setSentOn} />
          </ActForm>
        </div>
      )}
    </section>
  )
}
