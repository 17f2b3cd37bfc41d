import { App, Button } from 'antd'
import { Link, Outlet, useNavigate, useParams } from 'react-router'
import { abandonDraft, type CatalogueEdition, editionById, editions } from '#catalogue/contract'
import { DateText } from '../parts/DateText.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { SubNav } from '../parts/SubNav.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { Downloads } from './Downloads.tsx'
import type { EditionInHand } from './edition.ts'
import { catalogueKeepers } from './government.ts'
import { EditionTag } from './parts/EditionTag.tsx'
import './catalogue.css'

/** One edition: its head, its rooms, and the room that is open. */
export function Component() {
  const { editionId } = useParams()
  const { holds } = useSession()
  const organizations = useOrganizations()
  const { data, error, refetch } = useCall(editionById, { editionId: Number(editionId) })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  const owner = organizations.find((one) => one.id === data.organizationId)
  const mayKeep = owner !== undefined && holds(catalogueKeepers, owner.path)
  const inHand: EditionInHand = {
    edition: data,
    organizationId: data.organizationId,
    mayEdit: mayKeep && data.state === 'draft',
    mayKeep: mayKeep && (data.state === 'draft' || data.state === 'inForce'),
    reasonNeeded: data.baseId !== null,
  }
  return (
    <>
      <PageTitle
        title={data.title}
        about={<About edition={data} />}
        actions={
          <>
            <Downloads editionId={data.id} />
            {inHand.mayEdit && <DraftActions edition={data} />}
          </>
        }
      />
      <Rooms inHand={inHand} />
      <Outlet context={inHand} />
    </>
  )
}

function About(props: { edition: CatalogueEdition }) {
  const say = useSay()
  const { edition } = props
  return (
    <span className="facts">
      <Link to={edition.organizationId ? `/catalogue?of=${edition.organizationId}` : '/catalogue'}>
        {say('office.catalogue.editions')}
      </Link>
      <EditionTag edition={edition} />
      <span>{say('office.catalogue.counts', { count: edition.matterCount })}</span>
      {edition.effectiveOn && (
        <span>
          {say('office.catalogue.effectiveOn')} <DateText of={edition.effectiveOn} />
        </span>
      )}
      {edition.organizationId === null && <span>{say('office.catalogue.reference.short')}</span>}
      {edition.baseId !== null && (
        <span>
          {say('office.catalogue.takenFrom')}{' '}
          <Link to={`/catalogue/editions/${edition.baseId}`}>{edition.baseTitle}</Link>
        </span>
      )}
    </span>
  )
}

function Rooms(props: { inHand: EditionInHand }) {
  const say = useSay()
  const { edition, mayEdit } = props.inHand
  const at = `/catalogue/editions/${edition.id}`
  const counted = (words: string, count: number) => (
    <>
      {words}
      {count > 0 && <span className="number">{count}</span>}
    </>
  )
  const isOwn = edition.organizationId !== null
  return (
    <SubNav
      label={edition.title}
      rooms={[
        { to: at, words: say('office.catalogue.matters'), end: true },
        ...(isOwn
          ? [
              {
                to: `${at}/questions`,
                words: counted(say('office.catalogue.questions'), edition.openQuestionCount),
              },
              {
                to: `${at}/deviations`,
                words: counted(say('office.catalogue.deviations'), edition.deviationCount),
              },
            ]
          : []),
        { to: `${at}/completeness`, words: say('office.catalogue.completeness') },
        ...(isOwn
          ? [
              { to: `${at}/responsibility`, words: say('office.catalogue.responsibility') },
              { to: `${at}/powers`, words: say('office.catalogue.powers') },
              { to: `${at}/comparison`, words: say('office.catalogue.comparison') },
            ]
          : []),
        ...(mayEdit ? [{ to: `${at}/adoption`, words: say('office.catalogue.adoption') }] : []),
      ]}
    />
  )
}

function DraftActions(props: { edition: CatalogueEdition }) {
  const say = useSay()
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const abandon = useAct(abandonDraft, {
    refreshes: [editions],
    done: () => void navigate(`/catalogue?of=${props.edition.organizationId}`),
  })
  return (
    <>
      <Button
        onClick={() =>
          modal.confirm({
            title: say('office.catalogue.draft.abandon.sure'),
            content: say('office.catalogue.draft.abandon.about'),
            okText: say('office.catalogue.draft.abandon'),
            okButtonProps: { danger: true },
            onOk: () =>
              abandon
                .mutateAsync({ editionId: props.edition.id })
                .catch((error: Error) => void message.error(error.message)),
          })
        }
      >
        {say('office.catalogue.draft.abandon')}
      </Button>
      <Button
        type="primary"
        onClick={() => void navigate(`/catalogue/editions/${props.edition.id}/adoption`)}
      >
        {say('office.catalogue.adopt.go')}
      </Button>
    </>
  )
}
