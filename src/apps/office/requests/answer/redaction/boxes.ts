import type { InputOf } from '#platform/endpoint'
import { type releaseRedaction, resultCodes } from '#requests/contract'

type Chosen = NonNullable<InputOf<typeof releaseRedaction>['boxes']>[number]
/** A field that is covered, under the number by which this screen knows it. */
export type Box = Chosen & { readonly key: number }
export type Ground = Chosen['ground']
export type Place = Pick<Box, 'page' | 'x' | 'y' | 'width' | 'height'>

export const grounds = resultCodes.filter(
  (code) => code.startsWith('refused/') && code !== 'refused/query_matter',
)

// A field that cannot be seen covers nothing; less is a slip of the hand.
export const least = 0.006

const within = (share: number, most = 1): number =>
  Math.round(Math.min(most, Math.max(0, share)) * 10_000) / 10_000

/** A field that lies on its page whole, wherever it was moved. */
export const onPage = <Of extends Place>(box: Of): Of => {
  const [width, height] = [within(Math.max(least, box.width)), within(Math.max(least, box.height))]
  return { ...box, width, height, x: within(box.x, 1 - width), y: within(box.y, 1 - height) }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The field between two corners. */
export const between = (one: Point, other: Point): Omit<Place, 'page'> => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})

export const holds = (place: Place, { x, y }: Point): boolean =>
  place.x <= x && x <= place.x + place.width && place.y <= y && y <= place.y + place.height

// Half a hundredth of the page: a quarter of a line of print.
const stride = 0.005
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-stride, 0],
  ArrowRight: [stride, 0],
  ArrowUp: [0, -stride],
  ArrowDown: [0, stride],
}

/** What an arrow key does to a field: moves it, with Shift makes it larger or smaller. */
export const byKey = (box: Box, key: string, sizes: boolean): Box | null => {
  const [x, y] = ways[key] ?? []
  if (x === undefined || y === undefined) return null
  return onPage(
    sizes
      ? { ...box, width: box.width + x, height: box.height + y }
      : { ...box, x: box.x + x, y: box.y + y },
  )
}
