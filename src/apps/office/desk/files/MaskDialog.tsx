import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { maskAttachment } from '#documents/contract'
import { sayPlace } from '#platform/file-parts/place'
import { Dialog } from '../../parts/Dialog.tsx'
import { optionsOf } from '../../parts/options.ts'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'

/** Chooses the columns to mask; all that hold something are chosen to begin with. */
export function MaskDialog(props: { file: ExaminedFile; onClose: () => void }) {
  const say = useSay()
  const { file } = props
  const columns = file.scan?.columns ?? []
  const [chosen, setChosen] = useState<readonly number[]>(columns.map((_, at) => at))
  const [style, setStyle] = useState<'usual' | 'strict'>('usual')
  const act = useAct(maskAttachment, {
    refreshes: afterMending,
    said: say('desk.files.scan.done.mask'),
    done: props.onClose,
  })
  return (
    <Dialog
      title={say('desk.files.scan.mask.title', { name: file.name })}
      ok={say('desk.files.scan.mask')}
      act={act}
      width={640}
      isReady={chosen.length > 0}
      onOk={() =>
        act.mutate({
          id: file.id,
          style,
          columns: columns
            .filter((_, at) => chosen.includes(at))
            .map(({ where, column, kind }) => ({ where, column, kind })),
        })
      }
      onClose={props.onClose}
    >
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
        aria-label={say('desk.files.scan.mask')}
        value={style}
        onChange={(event) => setStyle(event.target.value as 'usual' | 'strict')}
        options={optionsOf(['usual', 'strict'] as const, (value) =>
          say(`desk.files.scan.mask.style.${value}`),
        )}
      />
    </Dialog>
  )
}
