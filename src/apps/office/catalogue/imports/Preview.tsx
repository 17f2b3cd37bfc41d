import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { dropImport, importPreview, imports } from '#catalogue/contract'
import { ScreenFault } from '../../parts/Fault.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { catalogueKeepers } from '../government.ts'
import { Fold } from '../parts/Fold.tsx'
import { MatterName } from '../parts/MatterName.tsx'
import { partWords } from '../questions/Questions.tsx'
import { Apply } from './Apply.tsx'
import { FieldPreview } from './FieldPreview.tsx'
import { UnknownFields } from './UnknownFields.tsx'
import { Warnings } from './Warnings.tsx'
import '../catalogue.css'

const listed = 200

/** What a table will change, field by field, before it changes. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { holds } = useSession()
  const importId = Number(useParams().importId)
  const [fieldFor, setFieldFor] = useState<Readonly<Record<string, string>>>({})
  const [left, setLeft] = useState<readonly string[]>([])
  const isMapped = Object.keys(fieldFor).length > 0
  const { data, error, refetch, isFetching } = useCall(
    importPreview,
    { importId, ...(isMapped && { fieldFor: JSON.stringify(fieldFor) }) },
    { keepPrevious: true },
  )
  const drop = useAct(dropImport, {
    refreshes: [imports, importPreview],
    said: say('office.catalogue.import.dropped'),
    done: () => void navigate('/catalogue/imports'),
  })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const isWaiting = data.state === 'waiting'
  const mayTakeIn = isWaiting && holds(catalogueKeepers)
  const chosen = data.fields.filter((one) => !left.includes(one.fieldCode))
  return (
    <>
      <PageTitle
        title={data.fileName}
        about={
          <span className="facts">
            <Link to="/catalogue/imports">{say('office.catalogue.imports')}</Link>
            <span>{say(`office.catalogue.import.state.${data.state}`)}</span>
            {isWaiting && (
              <span>
                {data.editionId ? (
                  <Link to={`/catalogue/editions/${data.editionId}`}>
                    {say('office.catalogue.import.intoDraft')}
                  </Link>
                ) : (
                  say('office.catalogue.import.intoNew')
                )}
              </span>
            )}
          </span>
        }
        actions={
          mayTakeIn && (
            <Button loading={drop.isPending} onClick={() => drop.mutate({ importId })}>
              {say('office.catalogue.import.drop.do')}
            </Button>
          )
        }
      />
      {!isWaiting && <p className="lead">{say(`office.catalogue.import.closed.${data.state}`)}</p>}
      <UnknownFields unknown={data.unknownFields} fieldFor={fieldFor} onChange={setFieldFor} />
      <Warnings warnings={data.warnings} />
      <section className="block" aria-busy={isFetching}>
        <h2>{say('office.catalogue.import.changes')}</h2>
        {data.fields.length === 0 && (
          <p className="quiet">{say('office.catalogue.import.nothingYet')}</p>
        )}
        {data.fields.map((one) => (
          <FieldPreview
            key={one.fieldCode}
            field={one}
            isChosen={!left.includes(one.fieldCode)}
            onChoose={
              mayTakeIn
                ? (isChosen) =>
                    setLeft(
                      isChosen
                        ? left.filter((code) => code !== one.fieldCode)
                        : [...left, one.fieldCode],
                    )
                : null
            }
          />
        ))}
      </section>
      {data.questions.length > 0 && (
        <section className="block">
          <Fold
            title={say('office.catalogue.import.questions', { count: data.questions.length })}
            about={say('office.catalogue.import.questions.about')}
          >
            <ul className="plain-list">
              {data.questions.slice(0, listed).map((one) => (
                <li key={`${one.code} ${one.part}`}>
                  <span className="mark due">{partWords(say, one.part)}</span>{' '}
                  <b>{one.asWritten || say('office.catalogue.question.blank')}</b>{' '}
                  <MatterName matter={one} />
                </li>
              ))}
            </ul>
          </Fold>
        </section>
      )}
      {mayTakeIn && (
        <Apply
          importId={importId}
          fields={chosen}
          isAll={left.length === 0}
          fieldFor={fieldFor}
          reasonRequired={data.reasonRequired}
        />
      )}
    </>
  )
}
