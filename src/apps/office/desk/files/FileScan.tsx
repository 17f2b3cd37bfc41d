import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { cleanAttachment } from '#documents/contract'
import { sayPlace } from '#platform/file-parts/place'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { afterMending, type ExaminedFile } from './examined.ts'
import { MaskDialog } from './MaskDialog.tsx'
import { SignDialog } from './SignDialog.tsx'
import './file-scan.css'

const firstShown = 6

/** What the examination found, gravest first; where it is hidden or cannot be read. */
function Found(props: { scan: NonNullable<ExaminedFile['scan']> }) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const { findings, unread, found } = props.scan
  const lines = [
    ...unread.map(({ where, why }) => ({
      key: `${where} ${why}`,
      level: 'high',
      words: `${sayPlace(say, where)}：${say(`scan.why.${why}`)}`,
    })),
    ...findings.map(({ kind, where, masked, confidence }, at) => ({
      key: `${at} ${where}`,
      level: confidence,
      words: `${say(`finding.confidence.${confidence}`)} · ${say(`finding.${kind}`)} ${masked} · ${sayPlace(say, where)}`,
    })),
  ]
  const shown = all ? lines : lines.slice(0, firstShown)
  const more = lines.length + Math.max(0, found - findings.length) - shown.length
  return (
    <>
      <ul className="file-findings">
        {shown.map(({ key, level, words }) => (
          <li key={key} className={level}>
            {words}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" type="link" disabled={all} onClick={() => setAll(true)}>
          {say('desk.files.scan.more', { count: more })}
        </Button>
      )}
    </>
  )
}

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
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'mask' | 'sign' | null>(null)
  const clean = useAct(cleanAttachment, {
    refreshes: afterMending,
    done: () => void message.success(say('desk.files.scan.done.clean')),
  })
  const { file, isOpen } = props
  const { scan, signature } = file
  if (!scan) return <p className="file-scan wrong">{say('desk.files.scan.none')}</p>
  const isClean = scan.scanned && scan.found === 0
  const stands = !scan.scanned || scan.standing > 0
  const mayMask = scan.columns.length > 0 && maskable.test(file.name)
  const state = stands && !signature ? 'wrong' : isClean ? 'well' : 'noted'
  return (
    <div className={`file-scan ${state}`}>
      <p>
        {say(isClean ? 'desk.files.scan.ok' : 'desk.files.scan.found', { count: scan.found })}
        {!scan.scanned && <strong> {say('desk.files.scan.unread')}</strong>}
      </p>
      {!isClean && <Found scan={scan} />}
      {signature && (
        <p className="quiet">
          {say('desk.files.scan.signed', { name: signature.name, reason: signature.reason })}
        </p>
      )}
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
        {stands && !signature && (
          <Button size="small" onClick={() => setAsking('sign')}>
            {say('desk.files.scan.sign')}
          </Button>
        )}
      </div>
      {asking === 'mask' && <MaskDialog file={file} onClose={() => setAsking(null)} />}
      {asking === 'sign' && <SignDialog file={file} onClose={() => setAsking(null)} />}
    </div>
  )
}
