import type { Editor } from '@tiptap/react'
import {
  type Finding,
  type Lexicon,
  plainValue,
  scanText,
  stands,
  theLexicon,
  withOwnWords,
} from '#wording/contract'
import type { Say } from '../../words.tsx'
import { type Marked, marksKey } from './marks.ts'
import { isInTable, maskColumnAt, maskPlaces } from './mask-in-text.ts'
import { readDocument } from './read-document.ts'

/** A finding in what is being written now. */
export interface Seen extends Finding {
  readonly field: 'title' | 'html'
  /** As it is written; with the kind it says which finding this is. */
  readonly value: string
  /** Where it stands in the editor. */
  readonly from: number
  readonly to: number
  readonly stands: boolean
  readonly inTable: boolean
}

export const sameFinding = (kind: string, value: string): string => `${kind} ${plainValue(value)}`

// Long enough not to look at every letter, short enough to be seen as an answer to it.
const pauseMs = 400

/**
 * Looks at the text while it is written, by the same rules as the server. Title and editor hand in what
 * they hold; whoever shows findings subscribes.
 */
export const keepExamination = (sayFinding: (found: Finding) => string) => {
  let title = ''
  let editor: Editor | null = null
  let lexicon: Lexicon = theLexicon
  let seen: readonly Seen[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const inTitle = (): Seen[] =>
    scanText(title, { lexicon }).map((found) => ({
      ...found,
      field: 'title',
      value: title.slice(found.start, found.end),
      from: 0,
      to: 0,
      stands: stands(found),
      inTable: false,
    }))
  const inText = (from: Editor): Seen[] => {
    const { text, places } = readDocument(from.state.doc)
    return scanText(text, { lexicon }).map((found) => {
      const place = places[found.start] ?? 0
      return {
        ...found,
        field: 'html',
        value: text.slice(found.start, found.end),
        from: place,
        to: (places[found.end - 1] ?? place) + 1,
        stands: stands(found),
        inTable: isInTable(from, place),
      }
    })
  }
  const look = () => {
    clearTimeout(timer)
    seen = [...inTitle(), ...(editor && !editor.isDestroyed ? inText(editor) : [])]
    if (editor && !editor.isDestroyed) {
      const marked: Marked[] = seen
        .filter(({ field, confidence }) => field === 'html' && confidence !== 'low')
        .map((one) => ({ ...one, words: sayFinding(one) }))
      editor.view.dispatch(editor.state.tr.setMeta(marksKey, marked).setMeta('addToHistory', false))
    }
    for (const listener of listeners) listener()
  }
  const lookSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, pauseMs)
  }
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => seen,
    /** The words that the unit keeps for itself, once they are known. */
    withWords: (own: Lexicon['words']) => {
      lexicon = withOwnWords(own)
      lookSoon()
    },
    titled: (next: string) => {
      if (next === title) return
      title = next
      lookSoon()
    },
    /** Watches an editor until it is closed. */
    attach: (next: Editor) => {
      editor = next
      next.on('update', lookSoon)
      lookSoon()
      return () => {
        clearTimeout(timer)
        next.off('update', lookSoon)
        if (editor === next) editor = null
      }
    },
    goTo: (one: Seen) => {
      editor
        ?.chain()
        .setTextSelection({ from: one.from, to: one.to })
        .focus()
        .scrollIntoView()
        .run()
    },
    mask: (ones: readonly Seen[]) => {
      if (editor) maskPlaces(editor, ones)
      look()
    },
    maskColumn: (one: Seen): number => {
      const count = editor ? maskColumnAt(editor, one.from, one.kind) : 0
      look()
      return count
    },
  }
}
export type Examination = ReturnType<typeof keepExamination>

/** What a mark says under the pointer. */
export const findingWords =
  (say: Say) =>
  (found: Finding): string =>
    found.kind === 'wording'
      ? found.advice
        ? say('desk.examined.write', { advice: found.advice })
        : say('desk.examined.check')
      : [
          say(`finding.${found.kind}`),
          found.because
            ? say(`finding.because.${found.because}`)
            : say(`finding.confidence.${found.confidence}`),
        ].join(' · ')
