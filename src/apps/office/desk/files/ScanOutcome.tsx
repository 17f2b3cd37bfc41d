import type { ReactNode } from 'react'
import { useSay } from '../../words.tsx'
import type { ExaminedFile } from './examined.ts'
import { FoundList } from './FoundList.tsx'
import './file-scan.css'

type Examined = Pick<NonNullable<ExaminedFile['scan']>, 'scanned' | 'found' | 'findings' | 'unread'>

/** What came of looking into a file, and who answered for it; `waits` while somebody still has to. */
export function ScanOutcome(props: {
  scan: Examined
  signature: { readonly name: string; readonly reason: string } | null
  waits: boolean
  children?: ReactNode
}) {
  const say = useSay()
  const { scan, signature } = props
  const isClean = scan.scanned && scan.found === 0
  return (
    <div className={`file-scan ${props.waits ? 'wrong' : isClean ? 'well' : 'noted'}`}>
      <p>
        {say(isClean ? 'desk.files.scan.ok' : 'desk.files.scan.found', { count: scan.found })}
        {!scan.scanned && <strong> {say('desk.files.scan.unread')}</strong>}
      </p>
      {!isClean && <FoundList scan={scan} />}
      {signature && (
        <p className="quiet">
          {say('desk.files.scan.signed', { name: signature.name, reason: signature.reason })}
        </p>
      )}
      {props.children}
    </div>
  )
}
