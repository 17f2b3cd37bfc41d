import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { InputOf } from '#platform/endpoint'
import { answerPage, previewRedaction, releaseRedaction } from '#requests/contract'
import { RefusalNote } from '../../../parts/RefusalNote.tsx'
import { useAct } from '../../../query.ts'
import { useSay } from '../../../words.tsx'

type Chosen = Required<Pick<InputOf<typeof releaseRedaction>, 'marks' | 'boxes'>>

/** Looks at what would be handed out, then makes it; a file that keeps a removed word is refused. */
export function MakeVersion(
  props: Chosen & { redactionId: number; version: number; onDone: () => void },
) {
  const say = useSay()
  const { redactionId, version, marks, boxes } = props
  const preview = useAct(previewRedaction)
  const release = useAct(releaseRedaction, { refreshes: [answerPage], done: props.onDone })
  const count = marks.length + boxes.length
  const chosen = JSON.stringify([marks, boxes])
  const [kept] = useState(chosen)
  // Fields are kept once the version is made; whoever leaves before is asked.
  useEffect(() => {
    if (chosen === kept) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [chosen, kept])
  const make = (
    <Button
      type="primary"
      loading={release.isPending}
      disabled={count === 0}
      onClick={() => release.mutate({ redactionId, version, marks, boxes })}
    >
      {say('office.answer.release')}
    </Button>
  )
  return (
    <>
      <RefusalNote error={preview.error ?? release.error} />
      <div className="part-actions">
        <Button
          loading={preview.isPending}
          disabled={count === 0}
          onClick={() => preview.mutate({ redactionId, marks, boxes })}
        >
          {say('office.redact.preview')}
        </Button>
        {make}
      </div>
      {preview.data && (
        <Modal
          open
          width={860}
          title={say('office.redact.previewOf', { n: preview.data.removed })}
          onCancel={() => preview.reset()}
          footer={
            <div className="part-actions">
              <Button onClick={() => preview.reset()}>{say('office.redact.back')}</Button>
              {make}
            </div>
          }
        >
          <RefusalNote error={release.error} />
          <div className="redact-preview">
            {preview.data.pages.map(({ page, picture }) => (
              <img
                key={page}
                src={`data:image/jpeg;base64,${picture}`}
                alt={say('office.redact.page', { n: page })}
              />
            ))}
            {preview.data.segments.map((one) => (
              <p key={one.id} lang="zh-CN">
                {one.text}
              </p>
            ))}
          </div>
        </Modal>
      )}
    </>
  )
}
