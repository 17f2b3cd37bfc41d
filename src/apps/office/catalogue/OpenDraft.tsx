import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type CatalogueEdition, editions, openDraft } from '#catalogue/contract'
import { ChoiceField } from '../parts/ChoiceField.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

type Base = 'reference' | 'inForce' | 'above' | 'empty'

/** Opens the one draft that a government may have: from which catalogue, under which name. */
export function OpenDraft(props: {
  organizationId: number
  hasInForce: boolean
  reference: CatalogueEdition | null
  above: CatalogueEdition | null
  onClose: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const bases: Base[] = [
    ...(props.hasInForce ? (['inForce'] as const) : []),
    ...(props.above ? (['above'] as const) : []),
    ...(props.reference ? (['reference'] as const) : []),
    'empty',
  ]
  const [base, setBase] = useState<Base>(bases[0] ?? 'empty')
  const [title, setTitle] = useState('')
  const act = useAct(openDraft, {
    refreshes: [editions],
    done: (draft) => void navigate(`/catalogue/editions/${draft.id}`),
  })
  return (
    <Dialog
      title={say('office.catalogue.draft.open')}
      ok={say('office.catalogue.draft.open')}
      act={act}
      onOk={() =>
        act.mutate({
          organizationId: props.organizationId,
          base,
          ...(title.trim() && { title: title.trim() }),
        })
      }
      onClose={props.onClose}
    >
      <ChoiceField
        label={say('office.catalogue.draft.base')}
        stacked
        value={base}
        onChange={setBase}
        options={bases.map((value) => ({
          value,
          label: (
            <>
              {say(`office.catalogue.draft.base.${value}`)}
              <small>
                {say(`office.catalogue.draft.base.${value}.about`, {
                  title: props.above?.title ?? '',
                })}
              </small>
            </>
          ),
        }))}
      />
      <TextField
        label={say('office.catalogue.draft.title')}
        optional
        maxLength={200}
        value={title}
        placeholder={say('office.catalogue.draft.title.hint')}
        onChange={setTitle}
      />
    </Dialog>
  )
}
