import { Button } from 'antd'
import { useState } from 'react'
import { listProgrammes, type ProgrammeShape, releaseProgramme } from '#interpretation/contract'
import type { Wire } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { QueryTable } from '../parts/QueryTable.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'
import { ProgrammeDialog } from './ProgrammeDialog.tsx'

type Programme = Wire<ProgrammeShape>
const looks = { draft: 'blank', live: 'met', changed: 'going' } as const

/** Online interviews, lectures, radio and television questions. */
export function Component() {
  const say = useSay()
  const [open, setOpen] = useState<Programme | 'new' | null>(null)
  const release = useAct(releaseProgramme, { refreshes: [listProgrammes] })
  return (
    <>
      <InterpretationTitle
        actions={
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('office.programme.add')}
          </Button>
        }
      />
      <RefusalNote error={release.error} />
      <QueryTable<typeof listProgrammes, Programme>
        name="programmes"
        endpoint={listProgrammes}
        input={{}}
        rows={(slice) => slice.items}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'title',
            title: say('office.programme.title'),
            always: true,
            show: (row) => (
              <>
                <b>{row.content.title}</b>
                <p className="quiet">
                  {say(`office.programme.kind.${row.content.kind}`)} {row.content.guest}
                </p>
              </>
            ),
          },
          {
            key: 'startsAt',
            title: say('office.programme.startsAt'),
            width: 160,
            show: (row) => <DateText of={row.content.startsAt} minute />,
          },
          {
            key: 'organization',
            title: say('office.organization'),
            width: 140,
            show: (row) => row.organization.name,
          },
          {
            key: 'state',
            title: say('desk.list.state'),
            width: 150,
            show: (row) => (
              <span className={`mark ${looks[row.state]}`}>
                {say(`office.programme.state.${row.state}`)}
              </span>
            ),
          },
          {
            key: 'actions',
            title: say('office.consultation.actions'),
            width: 150,
            always: true,
            show: (row) => (
              <span className="actions">
                {row.may.includes('release') && (
                  <Button
                    size="small"
                    onClick={() => release.mutate({ id: row.id, version: row.version })}
                  >
                    {say('office.programme.release')}
                  </Button>
                )}
                {row.may.includes('save') && (
                  <Button size="small" onClick={() => setOpen(row)}>
                    {say('office.change')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        empty={<Empty title={say('office.programme.none')} />}
      />
      {open && (
        <ProgrammeDialog programme={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
