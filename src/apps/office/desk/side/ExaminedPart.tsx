import { App } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { reinstateFinding } from '#documents/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { findingWords, type Seen, sameFinding } from '../examine/examination.ts'
import { OverruleDialog } from '../examine/OverruleDialog.tsx'
import type { Desk } from '../use-draft.ts'
import type { Writing } from '../writing.ts'

type Kept = Desk['examined'][number]

/** A finding with what the server knows of it. */
interface Line {
  readonly seen: Seen
  readonly overruled: Kept['overruled']
  readonly mayOverrule: boolean
}

// As many as can be worked through at once; more follow as these are settled.
const mostShown = 30

const nothing: readonly Seen[] = []
const silent = () => () => {}

/** What was found on the desk: from the editor while it is open, else as the server saw it. */
function useLines(data: Desk, writing: Writing): Line[] {
  const live = useSyncExternalStore(
    writing.examination?.subscribe ?? silent,
    writing.examination?.snapshot ?? (() => nothing),
  )
  const writtenAs = (one: Kept): string =>
    (one.field === 'title' ? data.edition.title : data.edition.text).slice(one.start, one.end)
  const kept = new Map(data.examined.map((one) => [sameFinding(one.kind, writtenAs(one)), one]))
  if (!writing.examination)
    return data.examined.map((one) => ({
      seen: { ...one, value: writtenAs(one), from: 0, to: 0, inTable: false } as Seen,
      overruled: one.overruled,
      mayOverrule: one.mayOverrule,
    }))
  return live.map((seen) => {
    const known = kept.get(sameFinding(seen.kind, seen.value))
    const mayOverrule = known?.mayOverrule ?? false
    return { seen, overruled: known?.overruled ?? null, mayOverrule }
  })
}

const order = ({ seen, overruled }: Line): number =>
  seen.stands && !overruled ? 0 : seen.confidence === 'low' ? 2 : 1

/** What the machine sees, each with what can be done about it (M30, M43, M44). */
export function ExaminedPart(props: { data: Desk; writing: Writing }) {
  const say = useSay()
  const { data, writing } = props
  const lines = useLines(data, writing).sort((a, b) => order(a) - order(b))
  const isReviewer = data.steps.some(
    ({ state, role }) => state === 'current' && role === 'secrecyReviewer',
  )
  const standing = lines.filter((line) => order(line) === 0).length
  if (!writing.isOpen && lines.length === 0) return null
  return (
    <section className="part" aria-labelledby="part-examined">
      <h2 id="part-examined">
        {say('desk.examined')}
        {standing > 0 && <span className="count">{standing}</span>}
      </h2>
      {isReviewer && lines.length > 0 && <p className="quiet">{say('desk.examined.reviewer')}</p>}
      {lines.length === 0 && <p className="quiet">{say('desk.examined.none')}</p>}
      <ul className="points examined">
        {lines.slice(0, mostShown).map((line, at) => (
          <Finding
            // biome-ignore lint/suspicious/noArrayIndexKey: the same value may stand twice at one place of two fields.
            key={`${line.seen.field} ${line.seen.start} ${at}`}
            line={line}
            data={data}
            writing={writing}
          />
        ))}
      </ul>
      {lines.length > mostShown && (
        <p className="quiet">{say('desk.examined.more', { count: lines.length - mostShown })}</p>
      )}
    </section>
  )
}

const maskable: ReadonlySet<string> = new Set([
  ...['idCard', 'phone', 'bankCard', 'passport', 'plate', 'email', 'address', 'nameList', 'health'],
])

function Finding(props: { line: Line; data: Desk; writing: Writing }) {
  const say = useSay()
  const { message } = App.useApp()
  const { line, data, writing } = props
  const { seen, overruled, mayOverrule } = line
  const [asking, setAsking] = useState(false)
  const reinstate = useAct(reinstateFinding, { done: () => writing.reread?.() })
  const { examination } = writing
  const inText = examination && seen.field === 'html'
  const isMaskable = inText && maskable.has(seen.kind) && seen.confidence !== 'low'
  const words = `${say(`finding.${seen.kind}`)} ${seen.kind === 'wording' ? seen.value : seen.masked}`
  const maskColumn = () => {
    const count = examination?.maskColumn(seen) ?? 0
    void message.success(say('desk.examined.masked', { count }))
  }
  return (
    <li className={seen.stands && !overruled ? 'stands' : seen.confidence}>
      {inText ? (
        <button type="button" className="link" onClick={() => examination.goTo(seen)}>
          {words}
        </button>
      ) : (
        <span>{words}</span>
      )}
      <small className="quiet">
        {overruled
          ? say('desk.examined.overruled', { by: overruled.by, reason: overruled.reason })
          : seen.kind === 'secretMark' && seen.stands
            ? say('desk.examined.secret')
            : findingWords(say)(seen)}
      </small>
      <span className="does">
        {isMaskable && seen.inTable && (
          <button type="button" className="link" onClick={maskColumn}>
            {say('desk.examined.maskColumn')}
          </button>
        )}
        {isMaskable && seen.because !== 'column' && (
          <button type="button" className="link" onClick={() => examination.mask([seen])}>
            {say('desk.examined.mask')}
          </button>
        )}
        {seen.stands && mayOverrule && !overruled && (
          <button type="button" className="link" onClick={() => setAsking(true)}>
            {say('desk.examined.overrule')}
          </button>
        )}
        {overruled && mayOverrule && (
          <button
            type="button"
            className="link"
            onClick={() =>
              reinstate.mutate({ id: data.edition.id, kind: seen.kind, value: seen.value })
            }
          >
            {say('desk.examined.reinstate')}
          </button>
        )}
      </span>
      <RefusalNote error={reinstate.error} />
      {asking && (
        <OverruleDialog
          editionId={data.edition.id}
          seen={seen}
          onDone={() => {
            setAsking(false)
            writing.reread?.()
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
