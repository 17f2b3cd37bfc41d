import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { verifyEntries } from '#audit/contract'
import { minuteAt } from '#platform/civil-date'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** Walks the whole chain of the log, and says whether anything in it was altered. */
export function ChainCheck() {
  const say = useSay()
  const check = useAct(verifyEntries)
  const { data } = check
  return (
    <div className="chain">
      <header className="block-head">
        <p className="lead">{say('office.unit.log.chain.about')}</p>
        <Button
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate({})}
        >
          {say('office.unit.log.chain')}
        </Button>
      </header>
      <RefusalNote error={check.error} />
      {data && (
        <Alert
          type={data.ok ? 'success' : 'error'}
          showIcon
          role="status"
          title={
            data.ok
              ? say('audit.chain.ok', { checked: data.checked })
              : say('audit.chain.broken', { brokenAt: data.brokenAt ?? 0 })
          }
          description={
            <>
              <p>
                {say('office.unit.log.chain.head', { at: minuteAt(new Date(check.submittedAt)) })}
              </p>
              <code className="hash">{data.head}</code>
            </>
          }
        />
      )}
    </div>
  )
}
