import { matterName } from '../../parts/MatterSelect.tsx'

/** What a matter is called, with its code beside it. */
export function MatterName(props: {
  matter: { code: string; level1: string; level2: string; level3: string }
}) {
  return (
    <span className="matter-name">
      {matterName(props.matter)} <small className="quiet">{props.matter.code}</small>
    </span>
  )
}
