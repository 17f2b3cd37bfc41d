import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EditionFields } from '#documents/contract'
import { type DraftOptions, type Fields, keepDraft, type SaveAnswer } from './keep-draft.ts'

const blank = {
  title: '',
  html: '',
  keywords: [] as string[],
  summary: '',
} as unknown as EditionFields

const memory = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

/** A server with one edition, which others may save too. */
const server = (fields: EditionFields = blank) => {
  const state = { version: 1, fields, isDown: false, saves: [] as Fields[] }
  const save = async (version: number, changed: Fields): Promise<SaveAnswer> => {
    if (state.isDown) return { kind: 'unreachable', error: 'down' }
    if (version !== state.version)
      return {
        kind: 'changedMeanwhile',
        by: 'Xu Qing',
        at: '2026-11-21T01:00:00Z',
        version: state.version,
        fields: state.fields,
      }
    state.version += 1
    state.fields = { ...state.fields, ...changed }
    state.saves.push(changed)
    return { kind: 'kept', version: state.version, savedAt: '2026-11-21T01:00:00Z' }
  }
  return { state, save }
}

const open = (there: ReturnType<typeof server>, options: Partial<DraftOptions> = {}) =>
  keepDraft({
    editionId: 7,
    version: there.state.version,
    fields: there.state.fields,
    save: there.save,
    store: memory(),
    ...options,
  })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('saves what changed, once, a second after the last key', async () => {
  const there = server()
  const draft = open(there)
  draft.change({ title: 'No' })
  await vi.advanceTimersByTimeAsync(600)
  draft.change({ title: 'Notice' })
  expect(draft.snapshot().state).toBe('typing')
  await vi.advanceTimersByTimeAsync(600)
  expect(there.state.saves).toEqual([])
  await vi.advanceTimersByTimeAsync(500)
  expect(there.state.saves).toEqual([{ title: 'Notice' }])
  expect(draft.snapshot()).toMatchObject({ state: 'saved', savedAt: '2026-11-21T01:00:00Z' })
})

test('keeps what is typed while a save is on its way', async () => {
  const there = server()
  let answer: (() => void) | undefined
  const slow = (version: number, fields: Fields) =>
    new Promise<SaveAnswer>((resolve) => {
      answer = () => void there.save(version, fields).then(resolve)
    })
  const draft = open(there, { save: slow })
  draft.change({ title: 'One' })
  await vi.advanceTimersByTimeAsync(1_000)
  draft.change({ title: 'One two' })
  answer?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(draft.snapshot()).toMatchObject({ state: 'typing', fields: { title: 'One two' } })
  await vi.advanceTimersByTimeAsync(1_000)
  answer?.()
  await vi.advanceTimersByTimeAsync(0)
  expect(there.state.fields.title).toBe('One two')
})

test('reads a long text out only when it is written', async () => {
  const there = server()
  const draft = open(there)
  const read = vi.fn(() => '<p>text</p>')
  for (let key = 0; key < 20; key += 1) draft.touch('html', read)
  expect(read).not.toHaveBeenCalled()
  expect(await draft.flush()).toBe(true)
  expect(read).toHaveBeenCalledTimes(1)
  expect(there.state.fields.html).toBe('<p>text</p>')
})

test('takes over what only the other changed, and sends mine again', async () => {
  const there = server()
  const draft = open(there)
  await there.save(1, { summary: 'theirs' })
  draft.change({ title: 'mine' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(there.state.fields).toMatchObject({ title: 'mine', summary: 'theirs' })
  expect(draft.snapshot()).toMatchObject({
    state: 'saved',
    conflict: null,
    revision: 1,
    fields: { title: 'mine', summary: 'theirs' },
  })
})

test('does not take the cleaning of the server for a change by someone else', async () => {
  const there = server()
  const save = async (version: number, fields: Fields): Promise<SaveAnswer> => {
    const answer = await there.save(version, fields)
    if (answer.kind !== 'kept' || fields.html === undefined) return answer
    there.state.fields = { ...there.state.fields, html: `${fields.html}<!-- cleaned -->` }
    return { ...answer, html: there.state.fields.html }
  }
  const draft = open(there, { save })
  draft.change({ html: '<p>one</p>' })
  await vi.advanceTimersByTimeAsync(1_000)
  await there.save(2, { title: 'theirs' })
  draft.change({ html: '<p>one two</p>' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(draft.snapshot()).toMatchObject({ state: 'saved', conflict: null })
  expect(draft.snapshot().fields).toMatchObject({ title: 'theirs', html: '<p>one two</p>' })
})

test('asks a person where both changed the same field, and loses neither text', async () => {
  const there = server()
  const draft = open(there)
  await there.save(1, { html: '<p>theirs</p>', title: 'theirs' })
  draft.change({ html: '<p>mine</p>', title: 'mine' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(draft.snapshot()).toMatchObject({
    state: 'conflict',
    conflict: { by: 'Xu Qing', fields: ['title', 'html'] },
    fields: { html: '<p>mine</p>', title: 'mine' },
  })
  draft.settle({ html: 'mine', title: 'theirs' })
  await vi.advanceTimersByTimeAsync(0)
  expect(there.state.fields).toMatchObject({ html: '<p>mine</p>', title: 'theirs' })
  expect(draft.snapshot()).toMatchObject({ state: 'saved', fields: { title: 'theirs' } })
})

test('keeps unsaved text on this computer until the server has it', async () => {
  const there = server()
  there.state.isDown = true
  const store = memory()
  const draft = open(there, { store })
  draft.change({ title: 'typed on a train' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(draft.snapshot().state).toBe('unreachable')
  expect(store.kept.size).toBe(1)
  there.state.isDown = false
  await vi.advanceTimersByTimeAsync(5_000)
  expect(there.state.fields.title).toBe('typed on a train')
  expect(store.kept.size).toBe(0)
})

test('puts back what an earlier sitting could not send', async () => {
  const there = server()
  there.state.isDown = true
  const store = memory()
  open(there, { store }).change({ title: 'typed before the power cut' })
  await vi.advanceTimersByTimeAsync(1_000)
  there.state.isDown = false
  const draft = open(there, { store })
  expect(draft.snapshot()).toMatchObject({
    restored: true,
    fields: { title: 'typed before the power cut' },
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(there.state.fields.title).toBe('typed before the power cut')
})

test('keeps what was typed in the last second when the window goes', () => {
  const there = server()
  const store = memory()
  const draft = open(there, { store })
  draft.change({ title: 'typed and closed at once' })
  draft.keepHere()
  expect(open(there, { store }).snapshot()).toMatchObject({
    restored: true,
    fields: { title: 'typed and closed at once' },
  })
})

test('lays an earlier sitting beside what was saved since', async () => {
  const there = server()
  const store = memory()
  there.state.isDown = true
  open(there, { store }).change({ title: 'mine of yesterday' })
  await vi.advanceTimersByTimeAsync(1_000)
  there.state.isDown = false
  await there.save(1, { title: 'theirs of today' })
  const draft = open(there, { store })
  expect(draft.snapshot()).toMatchObject({
    state: 'conflict',
    conflict: { by: null, fields: ['title'], theirs: { title: 'theirs of today' } },
    fields: { title: 'mine of yesterday' },
  })
})
