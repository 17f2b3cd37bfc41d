import type { ComponentChildren } from 'preact'
import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import { type FixedColumn, fixedAbove, fixedColumn } from '../columns.ts'
import { Page } from '../page.tsx'

/** A page of somebody's own: never found by search engines, and at a kiosk it goes when nobody is there. */
export const RequestPage = ({
  name,
  title,
  kiosk = false,
  idleSeconds = 0,
  children,
}: {
  name: FixedColumn
  title: string
  kiosk?: boolean
  idleSeconds?: number
  children: ComponentChildren
}) => {
  const { say, to } = useChrome()
  const column = fixedColumn(say, name)
  const crumbs = [...fixedAbove(say, column.address), column]
  return (
    <Page title={title} column={column} crumbs={crumbs} door="request" indexed={false}>
      {kiosk && <Idle seconds={idleSeconds} leave={to(addresses.requestForget)} />}
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

// Without scripts nobody can be asked whether they are still there, so the time is longer.
const patience = 5

/** At a kiosk: warns, then forgets what was typed and begins anew. */
const Idle = ({ seconds, leave }: { seconds: number; leave: string }) => {
  const { say } = useChrome()
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content={`${seconds * patience};url=${leave}`} />
      </noscript>
      <div class="banner" role="alert" hidden data-idle={seconds} data-leave={leave}>
        <p>{say('portal.ask.kiosk.idle')}</p>
        <button type="button" class="button">
          {say('portal.ask.kiosk.stay')}
        </button>
      </div>
    </>
  )
}
