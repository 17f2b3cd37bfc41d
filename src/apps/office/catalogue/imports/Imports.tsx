import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { imports, receiveImport } from '#catalogue/contract'
import type { AnswerOf } from '../../call.ts'
import { DropFile } from '../../documents/DropFile.tsx'
import { CardTable, type Column } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct, useCall } from '../../query.ts'
import { type Say, useSay } from '../../words.tsx'
import { useGovernment } from '../government.ts'
import { CatalogueTitle } from '../parts/CatalogueTitle.tsx'
import { base64Of, longestFileMb } from './base64.ts'
import '../catalogue.css'

type Summary = AnswerOf<typeof imports>[number]

const dress = { waiting: 'due', applied: 'met', dropped: 'none' } as const

const columnsOf = (say: Say): Column<Summary>[] => [
  {
    key: 'file',
    title: say('office.catalogue.import.file'),
    show: (one) => <Link to={`/catalogue/imports/${one.id}`}>{one.fileName}</Link>,
  },
  {
    key: 'state',
    title: say('office.catalogue.state'),
    width: 130,
    show: (one) => (
      <span className={`mark ${dress[one.state]}`}>
        {say(`office.catalogue.import.state.${one.state}`)}
      </span>
    ),
  },
  {
    key: 'rows',
    title: say('office.catalogue.import.rows'),
    width: 100,
    align: 'right',
    show: (one) => one.rowCount,
  },
  {
    key: 'warnings',
    title: say('office.catalogue.import.warnings'),
    width: 100,
    align: 'right',
    show: (one) => one.warningCount,
  },
  {
    key: 'at',
    title: say('office.catalogue.import.at'),
    width: 160,
    show: (one) => <DateText of={one.createdAt} minute />,
  },
]

/** Where a published table is handed in. Nothing changes until it has been looked at. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { government, mayChange } = useGovernment()
  const [problem, setProblem] = useState('')
  const asked = government && { organizationId: government.id }
  const { data, error, isPending } = useCall(imports, asked)
  const act = useAct(receiveImport, {
    refreshes: [imports],
    done: ({ importId }) => void navigate(`/catalogue/imports/${importId}`),
  })
  const take = async (files: readonly File[]) => {
    const [file] = files
    if (!file || !government) return
    act.reset()
    setProblem('')
    if (files.length > 1) return setProblem(say('office.catalogue.import.oneByOne'))
    if (file.size > longestFileMb * 1_048_576)
      return setProblem(say('office.catalogue.import.tooLarge', { most: longestFileMb }))
    act.mutate({
      organizationId: government.id,
      fileName: file.name,
      contentBase64: await base64Of(file),
    })
  }
  return (
    <>
      <CatalogueTitle />
      {mayChange && (
        <section className="block" aria-label={say('office.catalogue.import.drop')}>
          <RefusalNote error={act.error} />
          {problem && <p className="problem">{problem}</p>}
          <DropFile
            label={
              act.isPending
                ? say('office.catalogue.import.reading')
                : say('office.catalogue.import.drop')
            }
            accept=".xlsx,.xls,.docx,.html,.htm,.csv"
            disabled={act.isPending}
            share={null}
            onFiles={(files) => void take(files)}
          />
          <p className="quiet after-drop">{say('office.catalogue.import.about')}</p>
        </section>
      )}
      <section className="table-block" aria-label={say('office.catalogue.imports')}>
        <RefusalNote error={error} />
        <CardTable
          rows={data ?? []}
          rowKey={(one) => one.id}
          columns={columnsOf(say)}
          loading={isPending && asked !== null}
          empty={
            <Empty
              title={say('office.catalogue.imports.none')}
              next={mayChange && say('office.catalogue.imports.none.next')}
            />
          }
        />
      </section>
    </>
  )
}
