import { Link } from 'react-router'
import { type OwedLine, owedInterpretations } from '#interpretation/contract'
import type { Wire } from '../call.ts'
import { DueText } from '../documents/DueText.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { QueryTable } from '../parts/QueryTable.tsx'
import { useSay } from '../words.tsx'
import { InterpretationTitle } from './InterpretationTitle.tsx'

/** Policies that are out and not explained as planned, the nearest limit first. */
export function Component() {
  const say = useSay()
  return (
    <>
      <InterpretationTitle />
      <QueryTable<typeof owedInterpretations, Wire<OwedLine>>
        name="owed-interpretations"
        endpoint={owedInterpretations}
        input={{}}
        rows={(slice) => slice.items}
        rowKey={(row) => row.policy.documentId}
        columns={[
          {
            key: 'policy',
            title: say('office.interpretation.policy'),
            always: true,
            show: (row) => (
              <Link to={`/documents/${row.policy.documentId}`}>{row.policy.title}</Link>
            ),
          },
          {
            key: 'organization',
            title: say('office.organization'),
            width: 140,
            show: (row) => row.organization.name,
          },
          {
            key: 'missing',
            title: say('office.interpretation.missing'),
            width: 180,
            show: (row) =>
              row.missing.map((form) => say(`interpretation.form.${form}`)).join('、') ||
              say('office.interpretation.missing.any'),
          },
          {
            key: 'released',
            title: say('desk.list.publishedOn'),
            width: 120,
            show: (row) => <DateText of={row.releasedOn} />,
          },
          {
            key: 'due',
            title: say('desk.list.dueOn'),
            width: 205,
            show: (row) => <DueText dueOn={row.dueOn} light={row.light} />,
          },
        ]}
        empty={<Empty title={say('office.interpretation.owed.none')} />}
      />
    </>
  )
}
