import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import {
  answerPage,
  type LetterShape,
  requestCase,
  searchedField,
  writeLetter,
} from '#requests/contract'
import type { AnswerOf } from '../../call.ts'
import { ActForm } from '../../parts/ActForm.tsx'
import { Field } from '../../parts/Field.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** Writes a letter: only what the case does not know by itself. */
export function LetterForm(props: {
  id: number
  page: AnswerOf<typeof answerPage>
  letter?: LetterShape
  onDone: () => void
}) {
  const say = useSay()
  const { page, letter } = props
  const preferred = page.kinds.find(({ kind }) => kind.startsWith('reply:')) ?? page.kinds[0]
  const [kind, setKind] = useState(letter?.kind ?? preferred?.kind ?? 'receipt')
  const [partyId, setParty] = useState<number | null>(letter?.partyId ?? null)
  const [fields, setFields] = useState<Record<string, string>>(letter?.fields ?? {})
  const act = useAct(writeLetter, { refreshes: [answerPage, requestCase], done: props.onDone })
  const rule = page.kinds.find((one) => one.kind === kind)
  const parties = page.parties.filter(({ role }) => role === rule?.party)
  return (
    <ActForm
      act={act}
      ok={say('office.answer.keepDraft')}
      onSubmit={() =>
        act.mutate({
          id: props.id,
          kind,
          partyId: rule?.party ? partyId : null,
          letterId: letter?.id ?? null,
          ...(letter && { version: letter.version }),
          fields,
        })
      }
      onCancel={props.onDone}
    >
      <Field label={say('office.answer.kind')}>
        {(ids) => (
          <Select
            {...ids}
            value={kind}
            disabled={letter !== undefined}
            onChange={setKind}
            options={page.kinds.map((one) => ({
              value: one.kind,
              label: one.kind.startsWith('reply:')
                ? `${one.title}（${say(`requests.result.${one.kind.slice(6)}`)}）`
                : one.title,
            }))}
          />
        )}
      </Field>
      {rule?.party && (
        <Field label={say(`office.answer.role.${rule.party}`)}>
          {(ids) => (
            <Select
              {...ids}
              value={partyId}
              onChange={setParty}
              options={parties.map((one) => ({ value: one.id, label: one.name }))}
            />
          )}
        </Field>
      )}
      {kind === 'reply:unavailable/not_held' && (
        <Checkbox
          checked={Boolean(fields[searchedField])}
          onChange={({ target }) =>
            setFields({ ...fields, [searchedField]: target.checked ? 'yes' : '' })
          }
        >
          {say('office.answer.searched')}
        </Checkbox>
      )}
      {rule?.asks.map((name) => (
        <TextAreaField
          key={name}
          label={name}
          lang="zh-CN"
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={fields[name] ?? ''}
          onChange={(text) => setFields({ ...fields, [name]: text })}
        />
      ))}
    </ActForm>
  )
}
