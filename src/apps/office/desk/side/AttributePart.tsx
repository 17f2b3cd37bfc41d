import { type Attribute, attributes, disclosureGrounds } from '#documents/contract'
import { NegativeHint } from '../../life-cycle/NegativeHint.tsx'
import { ChoiceField } from '../../parts/ChoiceField.tsx'
import { optionsOf } from '../../parts/options.ts'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { problemOf, type Writing } from '../writing.ts'

export interface Chosen {
  readonly attribute: Attribute
  readonly ground: string
  readonly reason: string
}

/** Attribute, ground with its article, reason: for the drafter, and for whoever changes it. */
export function AttributeFields(props: {
  chosen: Chosen
  kind: string
  onChange: (chosen: Chosen) => void
  problems?: { ground?: string | undefined; reason?: string | undefined }
  /** A reason is asked for in any case: somebody changes what another proposed. */
  always?: boolean
}) {
  const say = useSay()
  const { chosen, onChange } = props
  const { data: grounds } = useCall(disclosureGrounds, {}, { staleTime: Number.POSITIVE_INFINITY })
  const fitting = (grounds ?? []).filter((one) => one.attributes.includes(chosen.attribute))
  const usual = fitting.filter((one) => one.usualKinds.includes(props.kind))
  const ground = fitting.find((one) => one.code === chosen.ground)
  const isProactive = chosen.attribute === 'proactive'
  return (
    <>
      <ChoiceField
        name="attribute"
        label={say('field.attribute')}
        stacked
        value={chosen.attribute}
        onChange={(attribute) => onChange({ ...chosen, attribute, ground: '' })}
        options={optionsOf(attributes, (value) => say(`office.attribute.${value}`))}
      />
      {!isProactive && (
        <SelectField
          name="attributeGround"
          label={say('field.attributeGround')}
          problem={props.problems?.ground}
          hint={
            ground ? (
              <p>{ground.article}</p>
            ) : (
              usual.length > 0 && (
                <p>
                  {say('desk.attribute.usual', {
                    kind: props.kind,
                    grounds: usual
                      .map((one) => say(`documents.ground.${one.code}`))
                      .join(say('office.and')),
                  })}
                </p>
              )
            )
          }
          className="whole"
          placeholder={say('desk.attribute.ground.choose')}
          value={chosen.ground || undefined}
          onChange={(code: string) => onChange({ ...chosen, ground: code })}
          options={fitting.map((one) => ({
            value: one.code,
            label: say(`documents.ground.${one.code}`),
          }))}
        />
      )}
      {(!isProactive || props.always) && (
        <TextAreaField
          name="attributeReason"
          label={say('field.attributeReason')}
          problem={props.problems?.reason}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={chosen.reason}
          onChange={(reason) => onChange({ ...chosen, reason })}
        />
      )}
    </>
  )
}

/** The attribute that the drafter proposes, or that was determined. */
export function AttributePart(props: { writing: Writing; organizationId: number }) {
  const say = useSay()
  const { writing } = props
  const { fields, change, isOpen } = writing
  const chosen = {
    attribute: fields.attribute,
    ground: fields.attributeGround,
    reason: fields.attributeReason,
  }
  return (
    <section className="part" aria-labelledby="part-attribute">
      <h2 id="part-attribute">{say('desk.attribute')}</h2>
      {isOpen && fields.attribute === 'proactive' && (
        <NegativeHint
          organizationId={props.organizationId}
          title={fields.title}
          onTake={({ attribute, ground, reason }) =>
            change({ attribute, attributeGround: ground, attributeReason: reason })
          }
        />
      )}
      {isOpen ? (
        <AttributeFields
          chosen={chosen}
          kind={fields.kind}
          problems={{
            ground: problemOf(say, writing, 'attributeGround'),
            reason: problemOf(say, writing, 'attributeReason'),
          }}
          onChange={(next) =>
            change({
              attribute: next.attribute,
              attributeGround: next.ground,
              attributeReason: next.reason,
            })
          }
        />
      ) : (
        <div data-field="attribute">
          <p>
            <b>{say(`office.attribute.${fields.attribute}`)}</b>
          </p>
          {fields.attributeGround && <p>{say(`documents.ground.${fields.attributeGround}`)}</p>}
          {fields.attributeReason && <p className="quiet">{fields.attributeReason}</p>}
        </div>
      )}
    </section>
  )
}
