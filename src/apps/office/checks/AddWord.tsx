import { useState } from 'react'
import { dateAt } from '#platform/civil-date'
import { addOwnWord, listOwnWords, type OwnWordKind, ownWordKinds } from '#wording/contract'
import { ActForm } from '../parts/ActForm.tsx'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { OrganizationField } from '../parts/OrganizationField.tsx'
import { useOrganizations } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { DayField, TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

const keepers = ['disclosureOffice', 'secrecyReviewer'] as const

/** A word that the texts of a unit, and of those below it, are examined for. */
export function AddWord(props: { onDone: () => void; onCancel: () => void }) {
  const say = useSay()
  const { holds } = useSession()
  const organizations = useOrganizations()
  const [chosen, setChosen] = useState<number | null>(null)
  const mine = organizations.find(({ path }) => holds(keepers, path))
  const [word, setWord] = useState('')
  const [kind, setKind] = useState<OwnWordKind>('wrong')
  const [instead, setInstead] = useState('')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<string>(dateAt(new Date()))
  const [until, setUntil] = useState('')
  const add = useAct(addOwnWord, { refreshes: [listOwnWords], done: props.onDone })
  const organizationId = chosen ?? mine?.id
  return (
    <section className="block words-add" aria-label={say('office.words.add')}>
      <ActForm
        act={add}
        ok={say('office.words.add')}
        disabled={!organizationId || word.trim() === '' || reason.trim() === ''}
        onCancel={props.onCancel}
        onSubmit={() =>
          organizationId &&
          add.mutate({
            ...{ organizationId, word, kind, instead, reason, from },
            until: until || null,
          })
        }
      >
        <OrganizationField
          label={say('office.words.unit')}
          value={organizationId}
          onChange={setChosen}
          may={(one) => holds(keepers, one.path)}
        />
        <ChoiceField
          label={say('office.words.kind')}
          value={kind}
          onChange={setKind}
          options={optionsOf(ownWordKinds, (value) => say(`office.words.kind.${value}`))}
        />
        <TextField
          label={say('office.words.word')}
          hint={say('office.words.word.hint')}
          maxLength={30}
          value={word}
          onChange={setWord}
        />
        <TextField
          label={say('office.words.instead')}
          hint={kind === 'sensitive' ? say('office.words.instead.hint') : undefined}
          optional={kind === 'sensitive'}
          maxLength={30}
          value={instead}
          onChange={setInstead}
        />
        <TextField
          label={say('office.words.reason')}
          hint={say('office.words.reason.hint')}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <DayField label={say('office.words.from')} value={from} onChange={setFrom} />
        <DayField label={say('office.words.until')} optional value={until} onChange={setUntil} />
      </ActForm>
    </section>
  )
}
