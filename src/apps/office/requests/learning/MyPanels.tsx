import { myPanels } from '#requests/contract'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { Opinion } from './PanelPart.tsx'
import './learning.css'

/** Panels in which my opinion is wanted; I see the title and the question, not who asks. */
export function MyPanels() {
  const say = useSay()
  const { data } = useCall(myPanels, {})
  if (!data || data.length === 0) return null
  return (
    <section className="block" aria-labelledby="my-panels">
      <h2 id="my-panels">{say('learning.panel.mine')}</h2>
      {data.map((panel) => (
        <details key={panel.panelId}>
          <summary>
            {panel.meetsOn} · {panel.title} · {panel.question}
          </summary>
          <Opinion panelId={panel.panelId} opinion={panel.opinion} risk={panel.risk} />
        </details>
      ))}
    </section>
  )
}
