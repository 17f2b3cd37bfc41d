import { useEffect } from 'react'
import { listDatasets } from '#datasets/contract'
import { contentChecks } from '#documents/contract'
import { interpretationDesk } from '#interpretation/contract'
import { particularsOf } from '#policies/contract'
import type { AnswerOf } from '../../call.ts'
import { useSchemas } from '../../datasets/words.ts'
import { useCall } from '../../query.ts'
import type { Desk } from '../use-draft.ts'
import type { DeskIssue, Writing } from '../writing.ts'

/** A table with something wrong, or with nothing in it, does not go up (M18). */
const tableIssues = (
  { datasets }: AnswerOf<typeof listDatasets>,
  nameOf: (schemaCode: string) => string,
): DeskIssue[] =>
  datasets.flatMap(({ title, schemaCode, errors, rows }) => {
    const name = title || nameOf(schemaCode)
    if (errors > 0) return [{ field: 'tables', code: 'tableErrors', params: { name, errors } }]
    return rows === 0 ? [{ field: 'tables', code: 'tableNoRows', params: { name } }] : []
  })

/** What the content checks found and no reviewer let pass (M46, M14). */
const stoppingChecks = ({ fits, likenesses }: AnswerOf<typeof contentChecks>): DeskIssue[] => {
  const misplaced = fits.filter(({ verdict }) => verdict === 'workNews' || verdict === 'misfit')
  const copies = likenesses.filter(({ stops }) => stops)
  const count = [...misplaced, ...copies].filter(({ overruled }) => overruled === null).length
  return count === 0 ? [] : [{ field: 'checks', code: 'checksStop', params: { count } }]
}

/**
 * What others keep a text for that its own fields do not tell: interpretation (M50), legality review,
 * tables, content checks. Sent up without it, it comes back at once. Null until all have answered.
 */
export const useOwed = (data: Desk, writing: Writing): readonly DeskIssue[] | null => {
  const { document, edition } = data
  const { name } = useSchemas()
  const { data: interpretation } = useCall(interpretationDesk, { id: document.id })
  const { data: policy, refetch } = useCall(particularsOf, { id: document.id }, { staleTime: 0 })
  const { data: tables } = useCall(listDatasets, { id: edition.id }, { staleTime: 0 })
  const { data: checks } = useCall(contentChecks, { id: edition.id }, { staleTime: 0 })
  // Kind and title say whether it is a normative document.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved edition is another one
  useEffect(() => void refetch(), [edition.version])
  if (!interpretation) return null
  if (!writing.isOpen) return interpretation.issues
  if (!policy || !tables || !checks) return null
  return [
    ...(interpretation.issues as DeskIssue[]),
    ...(policy.legalityOwed ? [{ field: 'policies', code: 'legalityOwed' }] : []),
    ...tableIssues(tables, name),
    // What stays inside fills no column.
    ...(writing.fields.attribute === 'proactive' ? stoppingChecks(checks) : []),
  ]
}
