import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  type EffectKind,
  effectKinds,
  findTargets,
  keepParticulars,
  type Particulars,
  particularsOf,
  policyClasses,
} from '#policies/contract'
import type { AnswerOf } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { optionsOf } from '../parts/options.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct, useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { ValidityTag } from './ValidityTag.tsx'
import './policies.css'

type Known = AnswerOf<typeof particularsOf>
interface Typed {
  class: Particulars['class'] | 'none'
  effectiveOn: string
  expiresOn: string
  legality: Known['legality']
  acts: { targetId: number; kind: EffectKind; scope: string; onDay: string | null; title: string }[]
}

const typedOf = (known: Known): Typed => ({
  class: known.class ?? 'none',
  effectiveOn: known.effectiveOn ?? '',
  expiresOn: known.expiresOn ?? '',
  legality: known.legality,
  acts: known.acts.flatMap(({ other, kind, scope, onDay }) =>
    other
      ? [{ targetId: other.id, kind, scope, onDay, title: other.documentNumber || other.title }]
      : [],
  ),
})

/** Chooses a released document that this one repeals or amends. */
function AddTarget({ onAdd }: { onAdd: (target: { id: number; name: string }) => void }) {
  const say = useSay()
  const [q, setQ] = useState('')
  const { data } = useCall(findTargets, q.trim() === '' ? null : { q })
  return (
    <Select
      showSearch
      filterOption={false}
      value={null}
      placeholder={say('policies.acts.add')}
      aria-label={say('policies.acts.add')}
      style={{ width: '100%' }}
      onSearch={setQ}
      notFoundContent={q === '' ? say('policies.acts.type') : say('policies.acts.none')}
      options={(data ?? []).map((one) => ({
        value: one.id,
        label: `${one.documentNumber} ${one.title}`,
      }))}
      onChange={(id: number) => {
        const found = data?.find((one) => one.id === id)
        if (found) onAdd({ id, name: found.documentNumber || found.title })
        setQ('')
      }}
    />
  )
}

function Form({ documentId, known }: { documentId: number; known: Known }) {
  const say = useSay()
  const [typed, setTyped] = useState(() => typedOf(known))
  const keep = useAct(keepParticulars, { refreshes: [particularsOf] })
  const put = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const add = (target: { id: number; name: string }, kind: EffectKind) =>
    typed.acts.every((one) => one.targetId !== target.id) &&
    put({
      acts: [
        ...typed.acts,
        { targetId: target.id, title: target.name, kind, scope: '', onDay: null },
      ],
    })
  const save = () =>
    keep.mutate({
      id: documentId,
      ...(typed.class !== (known.class ?? 'none') && { class: typed.class }),
      ...(typed.effectiveOn !== (known.effectiveOn ?? '') && {
        effectiveOn: typed.effectiveOn || null,
      }),
      ...(typed.expiresOn !== (known.expiresOn ?? '') && { expiresOn: typed.expiresOn || null }),
      legality: typed.legality,
      acts: typed.acts.map(({ title: _, ...act }) => act),
    })
  const legality = (part: Partial<Typed['legality']>) =>
    put({ legality: { ...typed.legality, ...part } })
  const readOnly = !known.mayKeep
  return (
    <>
      <RefusalNote error={keep.error} />
      <SelectField
        label={say('policies.class')}
        disabled={readOnly}
        value={typed.class}
        onChange={(value) => put({ class: value })}
        options={optionsOf([...policyClasses, 'none' as const], (value) =>
          say(`policy.class.${value}`),
        )}
      />
      {typed.class !== 'none' && (
        <>
          <DayField
            label={say('policies.effectiveOn')}
            disabled={readOnly}
            value={typed.effectiveOn}
            onChange={(effectiveOn) => put({ effectiveOn })}
          />
          <DayField
            label={say('policies.expiresOn')}
            optional
            hint={known.suggested.termArticle || say('policies.expiresOn.hint')}
            disabled={readOnly}
            value={typed.expiresOn}
            onChange={(expiresOn) => put({ expiresOn })}
          />
        </>
      )}
      {typed.class === 'normative' && (
        <>
          <TextField
            label={say('policies.legality.reviewer')}
            hint={known.legalityOwed ? say('policies.legality.owed') : undefined}
            disabled={readOnly}
            value={typed.legality.reviewer}
            onChange={(reviewer) => legality({ reviewer })}
          />
          <DayField
            label={say('policies.legality.reviewedOn')}
            disabled={readOnly}
            value={typed.legality.reviewedOn ?? ''}
            onChange={(day) => legality({ reviewedOn: day || null })}
          />
          <TextField
            label={say('policies.legality.number')}
            optional
            disabled={readOnly}
            value={typed.legality.number}
            onChange={(number) => legality({ number })}
          />
        </>
      )}
      <Field label={say('policies.acts')} hint={say('policies.acts.hint')}>
        {() => (
          <>
            <ul className="policy-acts">
              {typed.acts.map((act) => (
                <li key={act.targetId}>
                  <Select<EffectKind>
                    size="small"
                    disabled={readOnly}
                    value={act.kind}
                    aria-label={say('policies.acts.kind')}
                    style={{ width: 100 }}
                    onChange={(kind) =>
                      put({
                        acts: typed.acts.map((one) =>
                          one.targetId === act.targetId ? { ...one, kind } : one,
                        ),
                      })
                    }
                    options={optionsOf(effectKinds, (value) => say(`policy.effect.${value}`))}
                  />
                  <Link to={`/documents/${act.targetId}`}>{act.title}</Link>
                  <Button
                    size="small"
                    type="text"
                    disabled={readOnly}
                    onClick={() =>
                      put({ acts: typed.acts.filter((one) => one.targetId !== act.targetId) })
                    }
                  >
                    {say('policies.acts.remove')}
                  </Button>
                </li>
              ))}
            </ul>
            {known.suggestedEffects
              .filter(({ target }) => typed.acts.every((one) => one.targetId !== target.id))
              .map(({ kind, target }) => (
                <Button
                  key={target.id}
                  size="small"
                  disabled={readOnly}
                  onClick={() => add({ id: target.id, name: target.documentNumber }, kind)}
                >
                  {say('policies.acts.suggested', {
                    kind: say(`policy.effect.${kind}`),
                    number: target.documentNumber,
                  })}
                </Button>
              ))}
            {!readOnly && <AddTarget onAdd={(target) => add(target, 'repeals')} />}
          </>
        )}
      </Field>
      {known.mayKeep && (
        <Button type="primary" size="small" loading={keep.isPending} onClick={save}>
          {say('policies.keep')}
        </Button>
      )}
      {keep.isSuccess && (
        <p className="quiet" role="status">
          {say('policies.kept')}
        </p>
      )}
    </>
  )
}

/** A document as a policy, beside its text: days, legality review, what it repeals, what it cites. */
export function PolicyPart({ documentId, version }: { documentId: number; version: number }) {
  const say = useSay()
  const { data } = useCall(particularsOf, { id: documentId }, { staleTime: 0 })
  const [isOpen, setOpen] = useState(false)
  if (!data) return null
  const shows = isOpen || data.class !== null || data.acts.length > 0
  return (
    <section
      className="part"
      aria-labelledby="part-policy"
      data-version={version}
      data-field="policies"
    >
      <h2 id="part-policy">
        {say('policies.part')} {data.validity && <ValidityTag validity={data.validity} />}
      </h2>
      {data.citesEnded.map((one) => (
        <p key={one.id} className="late">
          {say('policies.cites', { number: one.documentNumber })}{' '}
          <Link to={`/documents/${one.id}`}>{say(`policy.validity.${one.validity}`)}</Link>
        </p>
      ))}
      {data.suffers.map((one) => (
        <p key={one.id}>
          {say(`policies.suffers.${one.kind}`, {
            by: one.other ? one.other.documentNumber || one.other.title : one.otherText,
          })}
        </p>
      ))}
      {shows ? (
        <Form key={`${data.released}`} documentId={documentId} known={data} />
      ) : (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {say('policies.part.open')}
        </button>
      )}
    </section>
  )
}
