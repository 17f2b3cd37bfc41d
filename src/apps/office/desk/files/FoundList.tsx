import { Button } from 'antd'
import { useState } from 'react'
import { sayPlace } from '#platform/file-parts/place'
import { useSay } from '../../words.tsx'
import type { ExaminedFile } from './examined.ts'

const firstShown = 6

/** What the examination found, gravest first; where it is hidden or cannot be read. */
export function FoundList(props: {
  scan: Pick<NonNullable<ExaminedFile['scan']>, 'findings' | 'unread' | 'found'>
}) {
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
