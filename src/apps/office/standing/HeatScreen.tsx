import { App, Button } from 'antd'
import { cells, coverage, heatMap, rebuild } from '#assessment/contract'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { ScreenFault } from '../parts/Fault.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { HeatMap } from './HeatMap.tsx'
import { StandingTitle, useUnit } from './StandingTitle.tsx'
import { Totals } from './Totals.tsx'

/** Units × fields: where a county stands with its duties, every cell a way in. */
export function Component() {
  const say = useSay()
  const { id } = useUnit()
  const { holds } = useSession()
  const { data, error, refetch } = useCall(heatMap, { organizationId: id }, { keepPrevious: true })
  if (error) return <ScreenFault error={error} retry={() => void refetch()} />
  return (
    <>
      <StandingTitle
        about={
          data && (
            <>
              {say('office.standing.asOf')} <DateText of={data.asOf} />
            </>
          )
        }
        actions={holds(['disclosureOffice', 'administrator']) && <Rebuild />}
      />
      {!data && <Waiting rows={8} />}
      {data && data.units.length === 0 && (
        <Empty title={say('office.standing.none')} next={say('office.standing.none.next')} />
      )}
      {data && data.units.length > 0 && (
        <>
          <Totals counts={data.total} coverage={data.coverage} onTime={data.onTime} />
          <HeatMap map={data} />
        </>
      )}
    </>
  )
}

/** Derives the whole account anew; it should find nothing different, and says whether it did. */
function Rebuild() {
  const say = useSay()
  const { message, modal } = App.useApp()
  const act = useAct(rebuild, {
    refreshes: [heatMap, coverage, cells],
    said: (done) => say('office.standing.rebuilt', { cells: done.cells, differed: done.differed }),
  })
  return (
    <Button
      loading={act.isPending}
      onClick={() =>
        modal.confirm({
          title: say('office.standing.rebuild'),
          content: say('office.standing.rebuild.about'),
          okText: say('office.standing.rebuild'),
          onOk: () =>
            act.mutateAsync({}).catch((error: Error) => void message.error(error.message)),
        })
      }
    >
      {say('office.standing.rebuild')}
    </Button>
  )
}
