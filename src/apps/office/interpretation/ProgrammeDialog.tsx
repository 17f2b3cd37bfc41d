import { Button } from 'antd'
import { useState } from 'react'
import {
  addProgramme,
  listProgrammes,
  type ProgrammeShape,
  programmeKinds,
  saveProgramme,
} from '#interpretation/contract'
import type { Wire } from '../call.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { MomentField } from '../parts/MomentField.tsx'
import { optionsOf } from '../parts/options.ts'
import { SelectField } from '../parts/SelectField.tsx'
import { TextAreaField } from '../parts/TextAreaField.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { PolicySelect } from './PolicySelect.tsx'

const lines = ['title', 'guest', 'guestPost', 'place', 'address'] as const

/** Schedule, guest, questions and transcript of a programme. */
export function ProgrammeDialog(props: {
  programme: Wire<ProgrammeShape> | null
  onClose: () => void
}) {
  const say = useSay()
  const { me } = useSession()
  const { programme } = props
  const [policyId, setPolicy] = useState(programme?.policy?.documentId ?? null)
  const [content, setContent] = useState(
    programme?.content ?? {
      kind: 'interview' as const,
      title: '',
      guest: '',
      guestPost: '',
      startsAt: '',
      endsAt: null as string | null,
      place: '',
      address: '',
      about: '',
      questions: [] as { question: string; answer: string }[],
      transcript: '',
    },
  )
  const set = (part: Partial<typeof content>) => setContent({ ...content, ...part })
  const ask = (at: number, part: Partial<(typeof content)['questions'][number]>) =>
    set({ questions: content.questions.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  const options = { refreshes: [listProgrammes], done: props.onClose }
  const add = useAct(addProgramme, options)
  const save = useAct(saveProgramme, options)
  const send = () => {
    const questions = content.questions.filter((one) => one.question.trim() !== '')
    const input = { policyId, content: { ...content, questions } }
    if (programme) save.mutate({ ...input, id: programme.id, version: programme.version })
    else add.mutate({ ...input, organizationId: me.staff.organizationId })
  }
  const isReady =
    content.title.trim() !== '' && content.guest.trim() !== '' && content.startsAt !== ''
  return (
    <Dialog
      title={say(programme ? 'office.programme.change' : 'office.programme.add')}
      ok={say('office.save')}
      act={programme ? save : add}
      width={760}
      isReady={isReady}
      onOk={send}
      onClose={props.onClose}
    >
      <SelectField
        label={say('office.programme.kind')}
        value={content.kind}
        onChange={(kind) => set({ kind })}
        options={optionsOf(programmeKinds, (value) => say(`office.programme.kind.${value}`))}
      />
      {lines.map((name) => (
        <TextField
          key={name}
          label={say(`office.programme.${name}`)}
          optional={name !== 'title' && name !== 'guest'}
          maxLength={300}
          value={content[name]}
          onChange={(text) => set({ [name]: text })}
        />
      ))}
      <div className="two">
        <MomentField
          label={say('office.programme.startsAt')}
          value={content.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
        <MomentField
          label={say('office.programme.endsAt')}
          optional
          value={content.endsAt ?? ''}
          onChange={(endsAt) => set({ endsAt: endsAt || null })}
        />
      </div>
      <Field label={say('office.interpretation.policy')} optional>
        {(ids) => (
          <PolicySelect
            {...ids}
            value={policyId}
            known={programme?.policy ?? null}
            onChange={setPolicy}
          />
        )}
      </Field>
      {(['about', 'transcript'] as const).map((name) => (
        <TextAreaField
          key={name}
          label={say(`office.programme.${name}`)}
          optional
          autoSize={{ minRows: 2, maxRows: 12 }}
          value={content[name]}
          onChange={(text) => set({ [name]: text })}
        />
      ))}
      {content.questions.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
        <div key={at} className="two">
          {(['question', 'answer'] as const).map((name) => (
            <TextAreaField
              key={name}
              label={say(`office.consultation.${name}`)}
              autoSize={{ minRows: 1 }}
              value={one[name]}
              onChange={(text) => ask(at, { [name]: text })}
            />
          ))}
        </div>
      ))}
      <div>
        <Button
          onClick={() => set({ questions: [...content.questions, { question: '', answer: '' }] })}
        >
          {say('office.programme.ask')}
        </Button>
      </div>
    </Dialog>
  )
}
