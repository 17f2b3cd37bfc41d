import { Checkbox } from 'antd'
import { useState } from 'react'
import type { redactionSegments } from '#requests/contract'
import type { AnswerOf } from '../../../call.ts'
import { TextField } from '../../../parts/TextField.tsx'
import { useSay } from '../../../words.tsx'
import { GroundField } from './BoxList.tsx'
import type { Ground } from './boxes.ts'
import { MakeVersion } from './MakeVersion.tsx'

interface Part {
  readonly from: number
  readonly to: number
  readonly ground: Ground
  readonly note: string
}

/** Paragraphs and cells of a Word file; what is ticked, or selected within them, is taken out. */
export function WordChoice(props: {
  redactionId: number
  version: number
  choice: AnswerOf<typeof redactionSegments>
  onDone: () => void
}) {
  const say = useSay()
  const { segments, chosen: before } = props.choice
  const [chosen, setChosen] = useState<Readonly<Record<string, Part>>>(() =>
    Object.fromEntries(
      before.marks.map(({ segment, from = 0, to = 0, ground, note }) => [
        segment,
        { from, to, ground: ground as Ground, note },
      ]),
    ),
  )
  const last = Object.values(chosen).at(-1)
  const choose = (segment: string, part: Partial<Part> | null) => {
    const { [segment]: old, ...rest } = chosen
    const ground = last?.ground ?? 'refused/third_party'
    const fresh = { from: 0, to: 0, ground, note: '' }
    setChosen(part ? { ...chosen, [segment]: { ...(old ?? fresh), ...part } } : rest)
  }
  return (
    <>
      <p className="quiet redact-about">{say('office.answer.chooseAbout')}</p>
      <div className="redactor">
        <div className="block">
          <ol className="segments" lang="zh-CN">
            {segments.map((one) => {
              const part = chosen[one.id]
              return (
                <li key={one.id}>
                  <Checkbox
                    checked={part !== undefined}
                    aria-label={one.text}
                    onChange={({ target }) =>
                      choose(one.id, target.checked ? { from: 0, to: one.text.length } : null)
                    }
                  />
                  <textarea
                    readOnly
                    rows={Math.min(6, Math.ceil(one.text.length / 40))}
                    aria-label={one.text}
                    value={one.text}
                    onSelect={({ currentTarget }) => {
                      const { selectionStart: from, selectionEnd: to } = currentTarget
                      if (to > from) choose(one.id, { from, to })
                    }}
                  />
                  {part && (
                    <div className="stack-fields">
                      <mark>{one.text.slice(part.from, part.to)}</mark>
                      <div className="field-row">
                        <GroundField
                          value={part.ground}
                          onChange={(ground) => choose(one.id, { ground })}
                        />
                        <TextField
                          label={say('office.answer.note')}
                          optional
                          maxLength={200}
                          value={part.note}
                          onChange={(note) => choose(one.id, { note })}
                        />
                      </div>
                    </div>
                  )}
                </li>
              )
            })}
          </ol>
        </div>
        <aside className="block" aria-label={say('office.redact.make')}>
          <h2>{say('office.redact.make')}</h2>
          <p className="quiet">{say('office.redact.chosen', { n: Object.keys(chosen).length })}</p>
          <MakeVersion
            redactionId={props.redactionId}
            version={props.version}
            marks={Object.entries(chosen).map(([segment, part]) => ({ segment, ...part }))}
            boxes={[]}
            onDone={props.onDone}
          />
        </aside>
      </div>
    </>
  )
}
