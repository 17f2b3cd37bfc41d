import { useParams, useSearchParams } from 'react-router'
import { desk } from '#documents/contract'
import { ScreenFault } from '../parts/Fault.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { OpenDesk, ShutDesk } from './Desk.tsx'

/** A document on the desk: to write in, or to read. */
export function Component() {
  const id = Number(useParams().id)
  const [search] = useSearchParams()
  const editionId = Number(search.get('edition')) || undefined
  const { data, error, refetch } = useCall(
    desk,
    { id, ...(editionId && { editionId }) },
    { staleTime: 0, forget: true },
  )
  if (error && !data) return <ScreenFault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={12} />
  const View = data.may.includes('save') ? OpenDesk : ShutDesk
  return <View key={data.edition.id} data={data} reread={() => void refetch()} />
}
