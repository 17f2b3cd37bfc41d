import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  addProgramme,
  listProgrammes,
  type ProgrammeShape,
  programmeKinds,
  saveProgramme,
} from '#interpretation/contract'
import { minuteAt } from '#platform/civil-date'
import type { Wire } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { PolicySelect } from './PolicySelect.tsx'

/** As a field for date and time takes an instant, on the clock of Shanghai, and back. */
const asField = (at: string | null): string => (at ? minuteAt(new Date(at)).replace(' ', 'T') : '')
const fromField = (text: string): string | null => (text ? `${text}:00+08:00` : null)

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
  const isReady = content.title.trim() !== '' && content.guest.trim() !== '' && content.startsAt
  return (
    <Modal
      open
      width={760}
      title={say(programme ? 'office.programme.change' : 'office.programme.add')}
      okText={say('office.save')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={add.isPending || save.isPending}
      onOk={send}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={add.error ?? save.error} />
        <Field label={say('office.programme.kind')}>
          {(ids) => (
            <Select
              {...ids}
              value={content.kind}
              onChange={(kind) => set({ kind })}
              options={programmeKinds.map((value) => ({
                value,
                label: say(`office.programme.kind.${value}`),
              }))}
            />
          )}
        </Field>
        {lines.map((name) => (
          <Field
            key={name}
            label={say(`office.programme.${name}`)}
            optional={name !== 'title' && name !== 'guest'}
          >
            {(ids) => (
              <Input
                {...ids}
                maxLength={300}
                value={content[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <div className="two">
          {(['startsAt', 'endsAt'] as const).map((name) => (
            <Field key={name} label={say(`office.programme.${name}`)} optional={name === 'endsAt'}>
              {(ids) => (
                <Input
                  {...ids}
                  type="datetime-local"
                  value={asField(content[name])}
                  onChange={(event) =>
                    set(
                      name === 'startsAt'
                        ? { startsAt: fromField(event.target.value) ?? '' }
                        : { endsAt: fromField(event.target.value) },
                    )
                  }
                />
              )}
            </Field>
          ))}
        </div>
        <Field label={say('office.interpretation.policy')} optional>
          {({ id }) => (
            <PolicySelect
              id={id}
              value={policyId}
              known={programme?.policy ?? null}
              onChange={setPolicy}
            />
          )}
        </Field>
        {(['about', 'transcript'] as const).map((name) => (
          <Field key={name} label={say(`office.programme.${name}`)} optional>
            {(ids) => (
              <Input.TextArea
                {...ids}
                autoSize={{ minRows: 2, maxRows: 12 }}
                value={content[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {content.questions.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
          <div key={at} className="two">
            {(['question', 'answer'] as const).map((name) => (
              <Field key={name} label={say(`office.consultation.${name}`)}>
                {(ids) => (
                  <Input.TextArea
                    {...ids}
                    autoSize={{ minRows: 1 }}
                    value={one[name]}
                    onChange={(event) => ask(at, { [name]: event.target.value })}
                  />
                )}
              </Field>
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
      </div>
    </Modal>
  )
}
