import { Checkbox } from 'antd'
import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'
import { problemOf, type Writing } from '../writing.ts'

/** What the public is told about an edition that takes the place of a live one. */
export function CorrectionPart(props: { writing: Writing }) {
  const say = useSay()
  const { fields, change } = props.writing
  return (
    <section className="part" aria-labelledby="part-correction">
      <h2 id="part-correction">{say('desk.correction')}</h2>
      <TextAreaField
        name="correctionNote"
        label={say('field.correctionNote')}
        hint={say('desk.correction.hint')}
        problem={problemOf(say, props.writing, 'correctionNote')}
        autoSize={{ minRows: 2 }}
        maxLength={1000}
        value={fields.correctionNote}
        onChange={(correctionNote) => change({ correctionNote })}
      />
      <Checkbox
        checked={fields.concealPrevious}
        onChange={({ target }) => change({ concealPrevious: target.checked })}
      >
        {say('desk.correction.conceal')}
      </Checkbox>
    </section>
  )
}
