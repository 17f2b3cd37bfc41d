import { type DragEvent, useState } from 'react'

/**
 * Rows that are ordered by dragging: `grip` is what is taken hold of, `place` where something may be let
 * go. Whoever has no mouse has buttons beside it.
 */
export const useDragOrder = (isOpen: boolean, drop: (from: number, to: number) => void) => {
  const [held, setHeld] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const letGo = () => {
    setHeld(null)
    setOver(null)
  }
  return {
    grip: (at: number) => ({
      draggable: isOpen,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        setHeld(at)
        event.dataTransfer.effectAllowed = 'move'
        // Firefox drags nothing that carries no data; the row itself is what one sees moving.
        event.dataTransfer.setData('text/plain', String(at))
        const row = event.currentTarget.closest('li')
        if (row) event.dataTransfer.setDragImage(row, 12, 12)
      },
      onDragEnd: letGo,
    }),
    place: (at: number) => ({
      'data-drop':
        held !== null && over === at && held !== at ? (held < at ? 'below' : 'above') : undefined,
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (held === null) return
        event.preventDefault()
        setOver(at)
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        event.preventDefault()
        if (held !== null && held !== at) drop(held, at)
        letGo()
      },
    }),
  }
}
