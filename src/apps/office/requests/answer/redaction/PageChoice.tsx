import { useState } from 'react'
import type { redactionSegments } from '#requests/contract'
import type { AnswerOf } from '../../../call.ts'
import { useSay } from '../../../words.tsx'
import { BoxList } from './BoxList.tsx'
import type { Box, Ground, Place } from './boxes.ts'
import { MakeVersion } from './MakeVersion.tsx'
import { Sheet } from './Sheet.tsx'

const inOrder = (boxes: readonly Box[]): Box[] =>
  boxes.toSorted((one, other) => one.page - other.page || one.y - other.y || one.x - other.x)

/** Pages of a PDF on which fields are drawn that will be covered for good. */
export function PageChoice(props: {
  redactionId: number
  version: number
  choice: AnswerOf<typeof redactionSegments>
  onDone: () => void
}) {
  const say = useSay()
  const { choice } = props
  const [boxes, setBoxes] = useState<readonly Box[]>(() =>
    choice.chosen.boxes.map((box, key) => ({ ...box, ground: box.ground as Ground, key })),
  )
  const [chosen, setChosen] = useState<number | null>(null)
  const ordered = inOrder(boxes)
  const add = (place: Place) => {
    const last = boxes.at(-1)
    const key = 1 + Math.max(-1, ...boxes.map((box) => box.key))
    // Most fields of a file are withheld on one ground.
    setBoxes([...boxes, { ...place, key, ground: last?.ground ?? 'refused/third_party', note: '' }])
    setChosen(key)
    // Drawn by the button, it is moved by the arrow keys at once.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-box="${key}"]`)?.focus({ preventScroll: true }),
    )
  }
  const choose = (key: number) => {
    setChosen(key)
    document.getElementById(`box-${key}`)?.scrollIntoView({ block: 'nearest' })
  }
  const change = (box: Box) => setBoxes(boxes.map((one) => (one.key === box.key ? box : one)))
  const remove = (box: Box) => setBoxes(boxes.filter((one) => one.key !== box.key))
  return (
    <>
      <p className="quiet redact-about">{say('office.redact.about')}</p>
      <div className="redactor">
        <div>
          {choice.sheets.map((size, at) => (
            <Sheet
              // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their order.
              key={at}
              redactionId={props.redactionId}
              page={at + 1}
              size={size}
              lines={choice.segments.filter(({ place }) => place?.page === at + 1)}
              boxes={boxes.filter(({ page }) => page === at + 1)}
              numberOf={(box) => 1 + ordered.findIndex(({ key }) => key === box.key)}
              chosen={chosen}
              onChoose={choose}
              onAdd={add}
              onChange={change}
              onRemove={remove}
            />
          ))}
        </div>
        <aside className="block" aria-label={say('office.redact.boxes')}>
          <h2>
            {say('office.redact.boxes')} <span className="count">{ordered.length}</span>
          </h2>
          <BoxList
            boxes={ordered}
            chosen={chosen}
            onChoose={setChosen}
            onChange={change}
            onRemove={remove}
          />
          <MakeVersion
            redactionId={props.redactionId}
            version={props.version}
            marks={[]}
            boxes={ordered.map(({ key: _, ...box }) => box)}
            onDone={props.onDone}
          />
        </aside>
      </div>
    </>
  )
}
