import { useState } from 'react'
import { useSay } from '../../words.tsx'
import { MatterName } from './MatterName.tsx'

type Name = Parameters<typeof MatterName>[0]['matter']

const namesShown = 40

/** Names of matters, the first of them until someone asks for all. */
export function NameList(props: { names: readonly Name[] }) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? props.names : props.names.slice(0, namesShown)
  return (
    <>
      <ul className="name-list">
        {shown.map((one) => (
          <li key={one.code}>
            <MatterName matter={one} />
          </li>
        ))}
      </ul>
      {shown.length < props.names.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say('office.catalogue.showAll', { count: props.names.length })}
        </button>
      )}
    </>
  )
}
