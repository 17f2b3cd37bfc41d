import { DateText } from '../../parts/DateText.tsx'
import { useSay } from '../../words.tsx'
import type { Desk } from '../use-draft.ts'

type Line = Desk['history'][number]

/** An hour at the desk saves many times; one line says it. */
const isContinued = (line: Line, newer: Line | undefined): boolean =>
  line.kind === 'documents.draftSaved' && newer?.kind === line.kind && newer.by === line.by

/** Who did what to it, newest first. */
export function History(props: { data: Desk }) {
  const say = useSay()
  const history = props.data.history.filter((line, at, all) => !isContinued(line, all[at - 1]))
  if (history.length === 0) return null
  return (
    <section className="block" aria-labelledby="below-history">
      <h2 id="below-history">{say('desk.history')}</h2>
      <ol className="history">
        {history.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one act can leave several alike
          <li key={at}>
            <DateText of={line.at} minute />
            <span>{line.by}</span>
            <span>
              {say(`fact.${line.kind}`)}
              {line.note && <q>{line.note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
