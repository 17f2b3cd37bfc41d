import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type desk, type EditionFields, editionFields, saveDraft } from '#documents/contract'
import { type AnswerOf, call, RefusalError } from '../call.ts'
import { type Conflict, type Fields, keepDraft, type SaveAnswer } from './keep-draft.ts'

export type Desk = AnswerOf<typeof desk>
export type SavedDraft = AnswerOf<typeof saveDraft>

const names = Object.keys(editionFields.shape) as (keyof EditionFields)[]

/** The part of an edition that a person fills in. */
export const fieldsOf = (edition: Desk['edition']): EditionFields =>
  Object.fromEntries(names.map((name) => [name, edition[name]])) as unknown as EditionFields

const answerOf = (error: unknown): SaveAnswer => {
  if (!(error instanceof RefusalError)) return { kind: 'refused', error }
  if (error.status === 0 || error.status >= 500) return { kind: 'unreachable', error }
  const theirs = error.details as (Omit<Conflict, 'theirs'> & { fields: Fields }) | undefined
  return error.code === 'documents.changedMeanwhile' && theirs?.fields
    ? {
        kind: 'changedMeanwhile',
        ...(theirs as { by: string; at: string; version: number }),
        fields: theirs.fields,
      }
    : { kind: 'refused', error }
}

/** A draft on the desk: what is typed in it, and what the server answered to the last save. */
export const useDraft = (data: Desk) => {
  const [last, setLast] = useState<SavedDraft | null>(null)
  const [draft] = useState(() =>
    keepDraft({
      editionId: data.edition.id,
      version: data.edition.version,
      fields: fieldsOf(data.edition),
      store: localStorage,
      save: async (version, fields) => {
        try {
          const answer = await call(saveDraft, { id: data.edition.id, version, fields })
          setLast(answer)
          return { kind: 'kept', ...answer }
        } catch (error) {
          return answerOf(error)
        }
      },
    }),
  )
  const snapshot = useSyncExternalStore(draft.subscribe, draft.snapshot)

  // Saved by someone else while nothing was typed here: theirs is shown at once.
  useEffect(() => {
    if (!draft.isDirty() && data.edition.version > draft.version())
      draft.takeOver(fieldsOf(data.edition), data.edition.version)
  }, [draft, data.edition])

  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => {
      if (draft.isDirty()) event.preventDefault()
    }
    // The last that a window hears for certain, also on telephones, where it is only put aside.
    const keep = () => {
      if (document.visibilityState === 'hidden') draft.keepHere()
    }
    window.addEventListener('beforeunload', hold)
    window.addEventListener('pagehide', draft.keepHere)
    document.addEventListener('visibilitychange', keep)
    return () => {
      window.removeEventListener('beforeunload', hold)
      window.removeEventListener('pagehide', draft.keepHere)
      document.removeEventListener('visibilitychange', keep)
      void draft.flush()
    }
  }, [draft])
  return { draft, snapshot, last }
}

/** Runs a while after the last save: findings and history are read anew, but not on each word. */
export const useAfterSave = (savedAt: string | null, run: () => void): void => {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    if (!savedAt) return
    const timer = setTimeout(() => latest.current(), 3_000)
    return () => clearTimeout(timer)
  }, [savedAt])
}
