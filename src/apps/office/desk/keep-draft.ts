import type { EditionFields } from '#documents/contract'

export type Fields = Partial<EditionFields>
type FieldName = keyof EditionFields

/** Someone else saved first, and both changed the same fields. */
export interface Conflict {
  /** Null: the other text is what this computer kept from an earlier sitting. */
  readonly by: string | null
  readonly at: string
  readonly version: number
  readonly theirs: Fields
  /** Fields that both changed. */
  readonly fields: readonly FieldName[]
}

export type SaveState = 'saved' | 'typing' | 'saving' | 'unreachable' | 'conflict' | 'refused'

export interface DraftSnapshot {
  readonly fields: EditionFields
  readonly state: SaveState
  readonly savedAt: string | null
  readonly error: unknown
  readonly conflict: Conflict | null
  /** Counts changes that did not come from typing, so that the editor shows them. */
  readonly revision: number
  /** What was typed in an earlier sitting has been put back. */
  readonly restored: boolean
}

/** What the server said to a save: kept, refused for someone else's version, or another error. */
export type SaveAnswer =
  | {
      readonly kind: 'kept'
      readonly version: number
      readonly savedAt: string
      /** The text as the server keeps it, where cleaning changed it. */
      readonly html?: string | null
    }
  | {
      readonly kind: 'changedMeanwhile'
      readonly by: string
      readonly at: string
      readonly version: number
      readonly fields: Fields
    }
  | { readonly kind: 'unreachable'; readonly error: unknown }
  | { readonly kind: 'refused'; readonly error: unknown }

export interface DraftOptions {
  readonly editionId: number
  readonly version: number
  readonly fields: EditionFields
  readonly save: (version: number, fields: Fields) => Promise<SaveAnswer>
  readonly store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly pauseMs?: number
  readonly retryMs?: number
}

export interface Draft {
  readonly snapshot: () => DraftSnapshot
  readonly subscribe: (listen: () => void) => () => void
  readonly version: () => number
  readonly change: (part: Fields) => void
  /** A field that is costly to read out: asked for when it is written, not on each key. */
  readonly touch: <Name extends FieldName>(name: Name, read: () => EditionFields[Name]) => void
  /** Keeps on this computer what was typed since the last pause: the window is about to go. */
  readonly keepHere: () => void
  /** Saves now; resolves once nothing is left unsaved, or it cannot be. */
  readonly flush: () => Promise<boolean>
  /** Ends a conflict: for each field whose text stays. */
  readonly settle: (choice: Readonly<Partial<Record<FieldName, 'mine' | 'theirs'>>>) => void
  /** Takes over what the server changed by another way, such as an import. */
  readonly takeOver: (fields: EditionFields, version: number) => void
  readonly isDirty: () => boolean
}

// Long enough not to save in the middle of a word, short enough to feel at once.
const typingPauseMs = 1_000
const retryAfterMs = 5_000

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const names = (fields: Fields): FieldName[] => Object.keys(fields) as FieldName[]
const pick = (fields: EditionFields, chosen: readonly FieldName[]): Fields =>
  Object.fromEntries(chosen.map((name) => [name, fields[name]]))

const keptUnder = (editionId: number) => `gongkai.draft.${editionId}`

interface Kept {
  readonly version: number
  readonly at: string
  readonly fields: Fields
}

/**
 * Keeps one draft: what was typed, what the server has, and what happens when someone else saved
 * meanwhile. Unsaved text also stays on this computer until the server has acknowledged it.
 */
export function keepDraft(options: DraftOptions): Draft {
  const { save, store, editionId } = options
  const pauseMs = options.pauseMs ?? typingPauseMs
  const retryMs = options.retryMs ?? retryAfterMs
  let version = options.version
  /** As sent, and as the server keeps it: it cleans what comes in. */
  let acknowledged: EditionFields = options.fields
  let there: EditionFields = options.fields
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  const late = new Map<FieldName, () => unknown>()
  const listeners = new Set<() => void>()
  let now: DraftSnapshot = {
    fields: options.fields,
    state: 'saved',
    savedAt: null,
    error: null,
    conflict: null,
    revision: 0,
    restored: false,
  }

  const set = (part: Partial<DraftSnapshot>) => {
    now = { ...now, ...part }
    for (const listen of listeners) listen()
  }
  const readLate = () => {
    if (late.size === 0) return
    const read = Object.fromEntries([...late].map(([name, value]) => [name, value()]))
    late.clear()
    now = { ...now, fields: { ...now.fields, ...read } }
  }
  const changed = (): FieldName[] => {
    readLate()
    return names(now.fields).filter((name) => !same(now.fields[name], acknowledged[name]))
  }
  const keepHere = (chosen: readonly FieldName[]) => {
    if (chosen.length === 0) return store.removeItem(keptUnder(editionId))
    const kept: Kept = { version, at: new Date().toISOString(), fields: pick(now.fields, chosen) }
    try {
      store.setItem(keptUnder(editionId), JSON.stringify(kept))
    } catch {
      // A browser gives five million characters; a longer text is still sent to the server.
    }
  }
  const plan = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }

  /** Three texts: the one both began from, theirs, mine. Only what both changed needs a person. */
  const merge = (theirs: Fields, by: string | null, at: string, theirVersion: number) => {
    const mine = changed()
    const ours = names(theirs).filter((name) => !same(theirs[name], there[name]))
    const both = ours.filter((name) => mine.includes(name) && !same(now.fields[name], theirs[name]))
    const onlyTheirs = ours.filter((name) => !mine.includes(name))
    acknowledged = { ...acknowledged, ...theirs }
    there = { ...there, ...theirs }
    version = theirVersion
    const conflict =
      both.length > 0 ? { by, at, version: theirVersion, theirs, fields: both } : null
    set({
      fields: { ...now.fields, ...pick(acknowledged, onlyTheirs) },
      conflict,
      state: conflict ? 'conflict' : 'typing',
      ...(onlyTheirs.length > 0 && { revision: now.revision + 1 }),
    })
    if (!conflict) plan(0)
  }

  const run = async (): Promise<void> => {
    if (running) return running
    clearTimeout(timer)
    const chosen = changed()
    if (now.conflict) return
    keepHere(chosen)
    if (chosen.length === 0) return set({ state: 'saved', error: null })
    const sent = pick(now.fields, chosen)
    set({ state: 'saving' })
    running = save(version, sent).then((answer) => {
      running = null
      if (answer.kind === 'changedMeanwhile')
        return merge(answer.fields, answer.by, answer.at, answer.version)
      if (answer.kind === 'unreachable') {
        set({ state: 'unreachable', error: answer.error })
        return plan(retryMs)
      }
      if (answer.kind === 'refused') return set({ state: 'refused', error: answer.error })
      version = answer.version
      acknowledged = { ...acknowledged, ...sent }
      there = { ...there, ...sent, ...(answer.html && { html: answer.html }) }
      const left = changed()
      keepHere(left)
      set({ savedAt: answer.savedAt, error: null, state: left.length > 0 ? 'typing' : 'saved' })
      if (left.length > 0) plan(pauseMs)
    })
    return running
  }

  const typed = () => {
    if (now.state === 'conflict') return
    if (now.state !== 'saving') set({ state: 'typing', error: null })
    plan(pauseMs)
  }

  /** What an earlier sitting could not send is put back, or laid beside what changed since. */
  const restore = () => {
    const text = store.getItem(keptUnder(editionId))
    if (text === null) return
    const kept = JSON.parse(text) as Kept
    const differing = names(kept.fields).filter(
      (name) => !same(kept.fields[name], acknowledged[name]),
    )
    if (differing.length === 0) return store.removeItem(keptUnder(editionId))
    const fields = { ...now.fields, ...kept.fields }
    if (kept.version === version) {
      now = { ...now, fields, restored: true, state: 'typing' }
      return plan(pauseMs)
    }
    const theirs = pick(acknowledged, differing)
    const conflict = { by: null, at: kept.at, version, theirs, fields: differing }
    now = { ...now, fields, conflict, state: 'conflict' }
  }
  restore()

  return {
    snapshot: () => now,
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    version: () => version,
    change: (part) => {
      now = { ...now, fields: { ...now.fields, ...part } }
      set({})
      typed()
    },
    touch: (name, read) => {
      late.set(name, read)
      typed()
    },
    keepHere: () => {
      if (!now.conflict) keepHere(changed())
    },
    flush: async () => {
      await running
      await run()
      return changed().length === 0
    },
    settle: (choice) => {
      const { conflict } = now
      if (!conflict) return
      const fromThem = conflict.fields.filter((name) => choice[name] === 'theirs')
      set({
        fields: { ...now.fields, ...pick({ ...now.fields, ...conflict.theirs }, fromThem) },
        conflict: null,
        state: 'typing',
        revision: now.revision + 1,
      })
      plan(0)
    },
    takeOver: (fields, newVersion) => {
      late.clear()
      version = newVersion
      acknowledged = fields
      there = fields
      store.removeItem(keptUnder(editionId))
      set({ fields, state: 'saved', error: null, revision: now.revision + 1 })
    },
    isDirty: () => late.size > 0 || now.state !== 'saved',
  }
}
