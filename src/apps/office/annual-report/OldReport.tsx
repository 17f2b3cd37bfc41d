import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { forms, listReports, readOldReport } from '#annual-report/contract'
import { dateAt, yearOf } from '#platform/civil-date'
import { type AnswerOf, type RefusalError, upload } from '../call.ts'
import { DropFile } from '../documents/DropFile.tsx'
import { Fault } from '../parts/Fault.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { OldReportForm } from './OldReportForm.tsx'
import { ReportsTitle } from './ReportsTitle.tsx'
import './annual-report.css'

/** Files the report of an earlier year: choose whose and which, send its file, look, correct, file. */
export function Component() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const thisYear = yearOf(dateAt(new Date()))
  const year = Number(params.get('year')) || thisYear - 1
  const { data, error, refetch } = useCall(listReports, { year }, { staleTime: 0 })
  const organs = (data?.lines ?? []).filter((line) => line.mayFile)
  const asked = Number(params.get('organization'))
  const organ = organs.find(({ organizationId }) => organizationId === asked)
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<RefusalError | null>(null)
  const [read, setRead] = useState<AnswerOf<typeof readOldReport> | null>(null)
  const choose = (change: Readonly<Record<string, string>>) => {
    setRead(null)
    setFailure(null)
    setParams({ year: String(year), ...(asked && { organization: String(asked) }), ...change })
  }
  const send = async (file: File) => {
    if (!organ) return
    setFailure(null)
    setRead(null)
    setShare(0)
    try {
      const { organizationId } = organ
      setRead(await upload(readOldReport, { organizationId, year }, file, setShare))
    } catch (refused) {
      setFailure(refused as RefusalError)
    } finally {
      setShare(null)
    }
  }
  return (
    <>
      <ReportsTitle about={say('office.reports.old.about')} />
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      <section className="block" aria-label={say('office.reports.old')}>
        <div className="old-report-choice">
          <SelectField
            label={say('office.reports.year')}
            value={year}
            onChange={(chosen) => choose({ year: String(chosen) })}
            options={Array.from({ length: thisYear - forms[0].fromYear }, (_, back) => ({
              value: thisYear - 1 - back,
              label: String(thisYear - 1 - back),
            }))}
          />
          <SelectField
            label={say('office.reports.organization')}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={say('office.organization.choose')}
            value={organ?.organizationId}
            onChange={(chosen: number) => choose({ organization: String(chosen) })}
            options={organs.map((line) => ({
              value: line.organizationId,
              label: line.organizationName,
            }))}
            notFoundContent={say('office.reports.old.nobody')}
          />
        </div>
        <DropFile
          label={say(organ ? 'office.reports.old.drop' : 'office.reports.old.chooseFirst')}
          accept=".xlsx,.xls,.et,.docx,.html,.htm"
          disabled={!organ}
          share={share}
          onFiles={([file]) => file && void send(file)}
        />
        <RefusalNote error={failure} />
      </section>
      {read && <OldReportForm key={read.source.sha256} read={read} />}
    </>
  )
}
