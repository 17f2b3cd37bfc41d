import { signForFile } from '#documents/contract'
import { ReasonDialog } from '../../parts/ReasonDialog.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'

const shortestReason = 4

/** Asks why one answers for a file that the program could not judge. */
export function SignReason(
  props: { fileName: string } & Pick<
    Parameters<typeof ReasonDialog>[0],
    'act' | 'onReason' | 'onClose'
  >,
) {
  const say = useSay()
  const { fileName, ...rest } = props
  return (
    <ReasonDialog
      title={say('desk.files.scan.sign.title', { name: fileName })}
      label={say('desk.files.scan.sign.reason')}
      hint={say('desk.files.scan.sign.hint')}
      ok={say('desk.files.scan.sign')}
      least={shortestReason}
      most={500}
      {...rest}
    />
  )
}

/** Answers with one's name for a file of an edition. */
export function SignDialog(props: { file: ExaminedFile; onClose: () => void }) {
  const say = useSay()
  const act = useAct(signForFile, {
    refreshes: afterMending,
    said: say('desk.files.scan.done.sign'),
    done: props.onClose,
  })
  return (
    <SignReason
      fileName={props.file.name}
      act={act}
      onReason={(reason) => act.mutate({ id: props.file.id, reason })}
      onClose={props.onClose}
    />
  )
}
