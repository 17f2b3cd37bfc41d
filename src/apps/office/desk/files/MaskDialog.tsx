import { App, Checkbox, Modal, Radio } from 'antd'
import { useState } from 'react'
import { maskAttachment } from '#documents/contract'
import { sayPlace } from '#platform/file-parts/place'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'

/** Chooses the columns to mask; all that hold something are chosen to begin with. */
export function MaskDialog(props: { file: ExaminedFile; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const { file } = props
  const columns = file.scan?.columns ?? []
  const [chosen, setChosen] = useState<readonly number[]>(columns.map((_, at) => at))
  const [style, setStyle] = useState<'usual' | 'strict'>('usual')
  const act = useAct(maskAttachment, {
    refreshes: afterMending,
    done: () => {
      void message.success(say('desk.files.scan.done.mask'))
      props.onClose()
    },
  })
  return (
    <Modal
      open
      width={640}
      title={say('desk.files.scan.mask.title', { name: file.name })}
      okText={say('desk.files.scan.mask')}
      cancelText={say('office.cancel')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      confirmLoading={act.isPending}
      onOk={() =>
        act.mutate({
          id: file.id,
          style,
          columns: columns
            .filter((_, at) => chosen.includes(at))
            .map(({ where, column, kind }) => ({ where, column, kind })),
        })
      }
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={act.error} />
        <p>{say('desk.files.scan.mask.hint')}</p>
        <Checkbox.Group
          className="mask-columns"
          value={[...chosen]}
          onChange={setChosen}
          options={columns.map(({ where, header, kind, count }, at) => ({
            value: at,
            label: say('desk.files.scan.mask.column', {
              where: sayPlace(say, where),
              header,
              kind: say(`finding.${kind}`),
              count,
            }),
          }))}
        />
        <Radio.Group
          className="mask-columns"
          value={style}
          onChange={(event) => setStyle(event.target.value as 'usual' | 'strict')}
          options={(['usual', 'strict'] as const).map((value) => ({
            value,
            label: say(`desk.files.scan.mask.style.${value}`),
          }))}
        />
      </div>
    </Modal>
  )
}
