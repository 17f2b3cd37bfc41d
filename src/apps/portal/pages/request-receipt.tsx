import { minuteAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import { type Chrome, useChrome } from '../chrome.ts'
import { draw } from '../page.tsx'
import { AskForm } from '../parts/request-fields.tsx'
import { RequestPage } from '../parts/request-page.tsx'
import { QrCode } from '../qr.tsx'
import type { ReceiptView } from '../request-views.ts'

const Receipt = (view: ReceiptView) => {
  const { say, to, site, contentLang } = useChrome()
  const progress = site.origin + to(addresses.requestProgress(view.number))
  return (
    <RequestPage
      name="requestNew"
      title={say('portal.ask.receipt')}
      kiosk={view.kiosk}
      idleSeconds={view.idleSeconds}
    >
      <p class="lead" role="status">
        {say('portal.ask.receipt.lead')}
      </p>
      <dl class="receipt">
        <div>
          <dt>{say('portal.ask.number')}</dt>
          <dd>
            <strong class="number" id="receipt-number">
              {view.number}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{say('portal.ask.checkCode')}</dt>
          <dd>
            <strong class="number" id="receipt-code">
              {view.checkCode}
            </strong>
          </dd>
        </div>
        <div>
          <dt>{say('portal.ask.field.organizationId')}</dt>
          <dd lang={contentLang}>{view.organization}</dd>
        </div>
        <div>
          <dt>{say('portal.ask.sentAt')}</dt>
          <dd>
            <time>{minuteAt(new Date(view.submittedAt))}</time>
          </dd>
        </div>
        <div>
          <dt>{say('portal.ask.field.wanted')}</dt>
          <dd class="typed" lang={contentLang}>
            {view.wanted}
          </dd>
        </div>
      </dl>
      <div class="receipt-qr">
        <QrCode text={progress} label={say('portal.ask.receipt.qr')} />
        <p>{say('portal.ask.receipt.next')}</p>
      </div>
      <p class="note">{say('portal.ask.receipt.once', { until: view.until })}</p>
      <p class="actions">
        <a href={to(addresses.requestProgress(view.number))}>
          {say('portal.ask.receipt.progress')}
        </a>
        <button type="button" data-do="print" hidden>
          {say('portal.document.print')}
        </button>
      </p>
      <AskForm action={addresses.requestForget} token={view.token}>
        <button type="submit" class="button quiet-button">
          {say('portal.ask.receipt.done')}
        </button>
      </AskForm>
    </RequestPage>
  )
}

/** What came of it: number and check code, to print or to photograph. */
export const renderRequestReceipt = (view: ReceiptView, chrome: Chrome): string =>
  draw(chrome, <Receipt {...view} />)
