import { Button } from 'antd'
import { useState } from 'react'
import { type OpenQuestion, openQuestions } from '#catalogue/contract'
import { Empty } from '../../parts/Empty.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { type Say, useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'
import { useFields } from '../fields.ts'
import { MatterName } from '../parts/MatterName.tsx'
import { Settle } from './Settle.tsx'

/** The words for a part of an entry that was not understood; a later reader may ask about others. */
export const partWords = (say: Say, part: string): string => say(`office.catalogue.part.${part}`)

/** What the reader of a table did not understand, until a person says what it means. */
export function Component() {
  const say = useSay()
  const { edition, mayEdit } = useEdition()
  const { nameOf } = useFields()
  const [settling, setSettling] = useState<OpenQuestion | null>(null)
  const columns: Column<OpenQuestion>[] = [
    {
      key: 'asWritten',
      title: say('office.catalogue.question'),
      always: true,
      show: (one) => (
        <>
          <b>{one.asWritten || say('office.catalogue.question.blank')}</b>
          <small className="quiet below">{partWords(say, one.part)}</small>
        </>
      ),
    },
    {
      key: 'matter',
      title: say('office.catalogue.matter'),
      show: (one) => <MatterName matter={one} />,
    },
    {
      key: 'field',
      title: say('office.catalogue.field'),
      width: 170,
      show: (one) => nameOf(one.fieldCode),
    },
    ...(mayEdit
      ? [
          {
            key: 'settle',
            title: say('office.catalogue.do'),
            width: 110,
            always: true,
            show: (one: OpenQuestion) => (
              <Button size="small" onClick={() => setSettling(one)}>
                {say('office.catalogue.settle')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <p className="lead">{say('office.catalogue.questions.about')}</p>
      <QueryTable<typeof openQuestions, OpenQuestion>
        name="catalogue.questions"
        endpoint={openQuestions}
        input={{ editionId: edition.id }}
        rows={(slice) => slice.questions}
        rowKey={(one) => one.id}
        columns={columns}
        {...(mayEdit && { onOpen: setSettling })}
        empty={
          <Empty
            title={say('office.catalogue.questions.none')}
            next={mayEdit && say('office.catalogue.questions.none.next')}
          />
        }
      />
      {settling && (
        <Settle key={settling.id} question={settling} onClose={() => setSettling(null)} />
      )}
    </>
  )
}
