import { Button, Select } from 'antd'
import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import {
  addEnclosure,
  addNote,
  type CaseShape,
  caseRecords,
  caseWork,
  enclosureAccept,
  logSearch,
  searchOutcomes,
} from '#requests/contract'
import { type RefusalError, upload } from '../call.ts'
import { DropFile } from '../documents/DropFile.tsx'
import { ActForm } from '../parts/ActForm.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'

const refreshes = [caseRecords, caseWork]

function SearchForm(props: { id: number; onDone: () => void }) {
  const say = useSay()
  const [search, setSearch] = useState({
    place: '',
    words: '',
    result: '',
    outcome: 'notFound' as (typeof searchOutcomes)[number],
    searchedOn: dateAt(new Date()),
  })
  const act = useAct(logSearch, { refreshes, done: props.onDone })
  const line = (name: 'place' | 'words' | 'result', optional = false) => (
    <TextField
      label={say(`office.search.${name}`)}
      optional={optional}
      value={search[name]}
      onChange={(text) => setSearch({ ...search, [name]: text })}
    />
  )
  return (
    <ActForm
      act={act}
      ok={say('office.search.log')}
      disabled={!search.place.trim() || !search.words.trim()}
      onSubmit={() => act.mutate({ id: props.id, ...search })}
      onCancel={props.onDone}
    >
      <div className="field-row">
        {line('place')}
        {line('words')}
        <Field label={say('office.search.outcome')}>
          {(ids) => (
            <Select
              {...ids}
              value={search.outcome}
              onChange={(outcome) => setSearch({ ...search, outcome })}
              options={searchOutcomes.map((value) => ({
                value,
                label: say(`request.search.${value}`),
              }))}
            />
          )}
        </Field>
        <DayField
          label={say('office.search.on')}
          max={dateAt(new Date())}
          value={search.searchedOn}
          onChange={(text) => setSearch({ ...search, searchedOn: text })}
        />
      </div>
      {line('result', true)}
    </ActForm>
  )
}

/** The search log, files and notes of a case: sealed at rest, for those who handle it. */
export function SealedRecordsPart(props: { of: CaseShape }) {
  const say = useSay()
  const { of } = props
  const { data, refetch } = useCall(caseRecords, of.mayHandle ? { id: of.id } : null)
  const [isSearching, setSearching] = useState(false)
  const [note, setNote] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<RefusalError | null>(null)
  const write = useAct(addNote, { refreshes, done: () => setNote('') })
  if (!of.mayHandle || !data) return null
  const send = async (file: File) => {
    setFailure(null)
    setShare(0)
    try {
      await upload(addEnclosure, { id: of.id, purpose: 'enclosure' }, file, setShare)
      await refetch()
    } catch (error) {
      setFailure(error as RefusalError)
    } finally {
      setShare(null)
    }
  }
  return (
    <>
      <section className="block" aria-labelledby="case-searches">
        <h2 id="case-searches">{say('office.case.searches')}</h2>
        {data.searches.length === 0 && <p className="quiet">{say('office.search.none')}</p>}
        <ul className="hands">
          {data.searches.map((search) => (
            <li key={search.id}>
              <DateText of={search.searchedOn} />{' '}
              <span className={`mark ${search.outcome === 'notFound' ? 'none' : 'met'}`}>
                {say(`request.search.${search.outcome}`)}
              </span>{' '}
              {search.text ? (
                <>
                  {search.text.place} <q>{search.text.words}</q> {search.text.result}
                </>
              ) : (
                say('office.case.particularsGone')
              )}
              <small className="quiet number">{search.by ?? ''}</small>
            </li>
          ))}
        </ul>
        {isSearching ? (
          <SearchForm id={of.id} onDone={() => setSearching(false)} />
        ) : (
          <Button className="no-print" onClick={() => setSearching(true)}>
            {say('office.search.log')}
          </Button>
        )}
      </section>
      <section className="block" aria-labelledby="case-files">
        <h2 id="case-files">{say('office.case.files')}</h2>
        <RefusalNote error={failure} />
        <ul className="hands">
          {data.enclosures.map((file) => (
            <li key={file.id}>
              <a href={`/api/requests/${of.id}/enclosures/${file.id}`}>{file.name}</a>{' '}
              <span className="quiet">
                {say(`office.file.${file.purpose}`)} <DateText of={file.addedAt} />
              </span>
            </li>
          ))}
        </ul>
        <DropFile
          accept={enclosureAccept}
          label={say('office.file.add')}
          disabled={false}
          share={share}
          onFiles={([file]) => file && void send(file)}
        />
      </section>
      <section className="block no-print" aria-labelledby="case-notes">
        <h2 id="case-notes">{say('office.case.notes')}</h2>
        <ul className="hands">
          {data.notes.map((one) => (
            <li key={one.id}>
              {one.text ?? say('office.case.particularsGone')}
              <small className="quiet number">
                {one.by ?? ''} <DateText of={one.at} minute />
              </small>
            </li>
          ))}
        </ul>
        <ActForm
          act={write}
          ok={say('office.note.add')}
          plain
          disabled={!note.trim()}
          onSubmit={() => write.mutate({ id: of.id, text: note })}
        >
          <TextAreaField
            label={say('office.note')}
            maxLength={4000}
            value={note}
            onChange={setNote}
          />
        </ActForm>
      </section>
    </>
  )
}
