import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type CatalogueEdition, editions, openDraft } from '#catalogue/contract'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
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
    <Modal
      open
      title={say('office.catalogue.draft.open')}
      okText={say('office.catalogue.draft.open')}
      confirmLoading={act.isPending}
      onCancel={props.onClose}
      onOk={() =>
        act.mutate({
          organizationId: props.organizationId,
          base,
          ...(title.trim() && { title: title.trim() }),
        })
      }
    >
      <div className="form">
        <RefusalNote error={act.error} />
        <fieldset className="choices">
          <legend>{say('office.catalogue.draft.base')}</legend>
          <Radio.Group value={base} onChange={({ target }) => setBase(target.value as Base)}>
            {bases.map((one) => (
              <Radio key={one} value={one}>
                {say(`office.catalogue.draft.base.${one}`)}
                <small className="quiet below">
                  {say(`office.catalogue.draft.base.${one}.about`, {
                    title: props.above?.title ?? '',
                  })}
                </small>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <Field label={say('office.catalogue.draft.title')} optional>
          {(ids) => (
            <Input
              {...ids}
              maxLength={200}
              value={title}
              placeholder={say('office.catalogue.draft.title.hint')}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
