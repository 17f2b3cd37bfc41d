import { Button } from 'antd'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { redactionPages, type redactionSegments } from '#requests/contract'
import type { AnswerOf } from '../../../call.ts'
import { RefusalNote } from '../../../parts/RefusalNote.tsx'
import { useCall } from '../../../query.ts'
import { useSay } from '../../../words.tsx'
import { type Box, between, byKey, holds, least, onPage, type Place } from './boxes.ts'

type Choice = AnswerOf<typeof redactionSegments>
type Point = { readonly x: number; readonly y: number }

// As many as the server draws at once.
const atOnce = 4

/** Pages are asked for when they come near the window: drawing costs, and each look is on record. */
const useNear = () => {
  const frame = useRef<HTMLElement>(null)
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current || isNear) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    })
    watch.observe(current)
    return () => watch.disconnect()
  }, [isNear])
  return { frame, isNear }
}

interface Drag {
  readonly kind: 'draw' | 'move' | 'size'
  readonly from: Point
  readonly to: Point
  readonly box: Box | null
}

const dragged = ({ kind, from, to, box }: Drag): Omit<Place, 'page'> => {
  const [x, y] = [to.x - from.x, to.y - from.y]
  if (!box || kind === 'draw') return between(from, to)
  return onPage(
    kind === 'move'
      ? { ...box, x: box.x + x, y: box.y + y }
      : { ...box, width: box.width + x, height: box.height + y },
  )
}

const percent = (share: number): string => `${share * 100}%`
const styleOf = ({ x, y, width, height }: Omit<Place, 'page'>) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/**
 * One page with the fields on it. The picture comes from the server, which draws it as it draws the
 * released version: what is covered here is covered there to the dot. A reader of PDF in the browser would
 * weigh 1.9 MB of script (0.55 MB packed) and 2.5 MB of tables for Chinese letters, and needs newer
 * browsers than offices have; a page of text as a picture weighs 0.1 MB.
 */
export function Sheet(props: {
  redactionId: number
  page: number
  size: Choice['sheets'][number]
  lines: Choice['segments']
  boxes: readonly Box[]
  numberOf: (box: Box) => number
  chosen: number | null
  onChoose: (key: number) => void
  onAdd: (place: Place) => void
  onChange: (box: Box) => void
  onRemove: (box: Box) => void
}) {
  const say = useSay()
  const { page, size, lines, boxes } = props
  const { frame, isNear } = useNear()
  const area = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const from = Math.floor((page - 1) / atOnce) * atOnce + 1
  const { data, error } = useCall(
    redactionPages,
    isNear ? { redactionId: props.redactionId, from } : null,
    { staleTime: Number.POSITIVE_INFINITY, forget: true },
  )
  const picture = data?.pages.find((one) => one.page === page)?.picture
  const at = (event: { clientX: number; clientY: number }): Point => {
    const { left, top, width, height } = area.current?.getBoundingClientRect() ?? new DOMRect()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const begin = (event: PointerEvent) => {
    const target = event.target as HTMLElement
    const key = Number(target.closest<HTMLElement>('[data-box]')?.dataset.box)
    const box = boxes.find((one) => one.key === key) ?? null
    // A finger scrolls the page; it moves fields that are there, and adds them by the button.
    if (event.button !== 0 || (!box && event.pointerType === 'touch')) return
    if (box) props.onChoose(box.key)
    area.current?.setPointerCapture(event.pointerId)
    const point = at(event)
    const kind = !box ? 'draw' : target.dataset.grip ? 'size' : 'move'
    setDrag({ kind, from: point, to: point, box })
  }
  const end = () => {
    if (!drag) return
    const place = dragged(drag)
    setDrag(null)
    if (drag.box) {
      if (drag.from.x !== drag.to.x || drag.from.y !== drag.to.y)
        props.onChange({ ...drag.box, ...place })
    } else if (place.width >= least && place.height >= least)
      props.onAdd(onPage({ page, ...place }))
  }
  const coverLine = (line: Choice['segments'][number] | undefined) =>
    line?.place && props.onAdd(onPage(line.place))
  const covered = (place: Place | undefined) =>
    place !== undefined &&
    boxes.some((box) =>
      [
        { x: place.x + least, y: place.y + least },
        { x: place.x + place.width - least, y: place.y + place.height - least },
      ].every((corner) => holds(box, corner)),
    )
  return (
    <section className="sheet" ref={frame} aria-label={say('office.redact.page', { n: page })}>
      <header>
        <h2>{say('office.redact.page', { n: page })}</h2>
        <Button
          size="small"
          onClick={() => props.onAdd({ page, x: 0.35, y: 0.46, width: 0.3, height: 0.04 })}
        >
          {say('office.redact.add')}
        </Button>
      </header>
      <RefusalNote error={error} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse is a second way; button, keys and figures do the same. */}
      <div
        ref={area}
        className="sheet-page"
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
        onPointerDown={begin}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
        onDoubleClick={(event) => {
          if (boxes.some((box) => holds(box, at(event)))) return
          coverLine(lines.find(({ place }) => place && holds(place, at(event))))
        }}
      >
        {picture ? (
          <img
            src={`data:image/jpeg;base64,${picture}`}
            alt={say('office.redact.page', { n: page })}
            draggable={false}
          />
        ) : (
          <p className="quiet">{say('office.redact.drawing')}</p>
        )}
        {boxes.map((box) => (
          <button
            key={box.key}
            type="button"
            data-box={box.key}
            className={box.key === props.chosen ? 'sheet-box chosen' : 'sheet-box'}
            style={styleOf(drag?.box?.key === box.key ? dragged(drag) : box)}
            aria-label={say('office.redact.boxLabel', {
              n: props.numberOf(box),
              page,
              ground: say(`requests.result.${box.ground}`),
            })}
            aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete"
            onFocus={() => props.onChoose(box.key)}
            onKeyDown={(event) => {
              const changed = byKey(box, event.key, event.shiftKey)
              const isGone = event.key === 'Delete' || event.key === 'Backspace'
              if (!changed && !isGone) return
              event.preventDefault()
              if (changed) props.onChange(changed)
              else props.onRemove(box)
            }}
          >
            <b>{props.numberOf(box)}</b>
            <span className="grip" data-grip="true" />
          </button>
        ))}
        {drag?.kind === 'draw' && (
          <div className="sheet-box drawing" style={styleOf(dragged(drag))} />
        )}
      </div>
      {lines.length > 0 && (
        <details>
          <summary>{say('office.redact.lines', { n: lines.length })}</summary>
          <ul className="sheet-lines" lang="zh-CN">
            {lines.map((line) => (
              <li key={line.id}>
                <span>{line.text}</span>
                <Button
                  size="small"
                  disabled={covered(line.place)}
                  aria-label={say('office.redact.coverLine', { text: line.text })}
                  onClick={() => coverLine(line)}
                >
                  {say(covered(line.place) ? 'office.redact.covered' : 'office.redact.cover')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
