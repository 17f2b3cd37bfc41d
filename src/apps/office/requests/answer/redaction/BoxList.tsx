import { Button, InputNumber, Select } from 'antd'
import { Field } from '../../../parts/Field.tsx'
import { TextField } from '../../../parts/TextField.tsx'
import { useSay } from '../../../words.tsx'
import { type Box, type Ground, grounds, onPage } from './boxes.ts'

const sides = ['x', 'y', 'width', 'height'] as const
const hundred = 100

/** The ground for which something is withheld. */
export function GroundField(props: { value: Ground; onChange: (ground: Ground) => void }) {
  const say = useSay()
  return (
    <Field label={say('office.answer.ground')}>
      {(ids) => (
        <Select
          {...ids}
          value={props.value}
          onChange={props.onChange}
          options={grounds.map((value) => ({ value, label: say(`requests.result.${value}`) }))}
        />
      )}
    </Field>
  )
}

/** The fields of all pages: ground and note of each, and its place in figures for who has no mouse. */
export function BoxList(props: {
  boxes: readonly Box[]
  chosen: number | null
  onChoose: (key: number) => void
  onChange: (box: Box) => void
  onRemove: (box: Box) => void
}) {
  const say = useSay()
  return (
    <ol className="box-list">
      {props.boxes.map((box, at) => (
        <li
          key={box.key}
          id={`box-${box.key}`}
          className={box.key === props.chosen ? 'chosen' : ''}
          onFocus={() => props.onChoose(box.key)}
        >
          <p>
            <b>{say('office.redact.box', { n: at + 1, page: box.page })}</b>
            <Button size="small" type="text" onClick={() => props.onRemove(box)}>
              {say('office.redact.remove')}
            </Button>
          </p>
          <GroundField
            value={box.ground}
            onChange={(ground) => props.onChange({ ...box, ground })}
          />
          <TextField
            label={say('office.answer.note')}
            optional
            maxLength={200}
            value={box.note ?? ''}
            onChange={(note) => props.onChange({ ...box, note })}
          />
          <details>
            <summary>{say('office.redact.place')}</summary>
            <div className="box-place">
              {sides.map((side) => (
                <Field key={side} label={say(`office.redact.place.${side}`)}>
                  {(ids) => (
                    <InputNumber
                      {...ids}
                      min={0}
                      max={hundred}
                      step={0.5}
                      precision={1}
                      suffix="%"
                      value={box[side] * hundred}
                      onChange={(value) =>
                        props.onChange(onPage({ ...box, [side]: (value ?? 0) / hundred }))
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
}
