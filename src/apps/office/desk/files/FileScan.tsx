import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { cleanAttachment } from '#documents/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'
import { MaskDialog } from './MaskDialog.tsx'
import { ScanOutcome } from './ScanOutcome.tsx'
import { SignDialog } from './SignDialog.tsx'

// Tables whose cells can be masked here.
const maskable = /\.(?:csv|xlsx|docx)$/i

/** What to do with a file that cannot be mended here, by its kind. */
const otherwise = (name: string): 'pdf' | 'old' | 'slides' | 'text' | 'other' => {
  if (/\.pdf$/i.test(name)) return 'pdf'
  if (/\.(?:doc|xls|wps|et)$/i.test(name)) return 'old'
  if (/\.(?:ppt|pptx|dps)$/i.test(name)) return 'slides'
  return /\.(?:docx|xlsx|csv)$/i.test(name) ? 'text' : 'other'
}

/** Beside a file: whether it was examined, what was found, and the ways to settle it. */
export function FileScan(props: { file: ExaminedFile; isOpen: boolean }) {
  const say = useSay()
  const [asking, setAsking] = useState<'mask' | 'sign' | null>(null)
  const clean = useAct(cleanAttachment, {
    refreshes: afterMending,
    said: say('desk.files.scan.done.clean'),
  })
  const { file, isOpen } = props
  const { scan, signature } = file
  if (!scan) return <p className="file-scan wrong">{say('desk.files.scan.none')}</p>
  const waits = (!scan.scanned || scan.standing > 0) && !signature
  const mayMask = scan.columns.length > 0 && maskable.test(file.name)
  return (
    <ScanOutcome scan={scan} signature={signature} waits={waits}>
      {isOpen && scan.standing > 0 && !signature && !mayMask && (
        <p className="file-scan-hint">{say(`desk.files.scan.otherwise.${otherwise(file.name)}`)}</p>
      )}
      <RefusalNote error={clean.error} />
      <div className="file-scan-actions">
        {isOpen && mayMask && (
          <Button size="small" onClick={() => setAsking('mask')}>
            {say('desk.files.scan.mask')}
          </Button>
        )}
        {isOpen && file.cleanable && (
          <Popconfirm
            title={say('desk.files.scan.clean.title', { name: file.name })}
            okText={say('desk.files.scan.clean')}
            cancelText={say('office.cancel')}
            description={<p className="file-scan-hint">{say('desk.files.scan.clean.hint')}</p>}
            onConfirm={() => clean.mutate({ id: file.id })}
          >
            <Button size="small" loading={clean.isPending}>
              {say('desk.files.scan.clean')}
            </Button>
          </Popconfirm>
        )}
        {waits && (
          <Button size="small" onClick={() => setAsking('sign')}>
            {say('desk.files.scan.sign')}
          </Button>
        )}
      </div>
      {asking === 'mask' && <MaskDialog file={file} onClose={() => setAsking(null)} />}
      {asking === 'sign' && <SignDialog file={file} onClose={() => setAsking(null)} />}
    </ScanOutcome>
  )
}
