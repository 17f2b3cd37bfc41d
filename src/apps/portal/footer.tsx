import { addresses } from './addresses.ts'
import { errorReportOf, useChrome } from './chrome.ts'

const policeRecord = (code: string): string =>
  `https://beian.mps.gov.cn/#/query/webSearch?code=${encodeURIComponent(code)}`

/** The record of the ministry leads to its register; a site that has none yet only says so. */
const Icp = ({ record }: { record: string }) =>
  /\d/.test(record) ? <a href="https://beian.miit.gov.cn/">{record}</a> : <span>{record}</span>

/** The identity block that 政府网站发展指引 asks at the foot of every page. */
export const Footer = () => {
  const { say, to, site, address } = useChrome()
  return (
    <footer class="foot">
      <div class="frame foot-row">
        <div class="identity">
          <p>
            <strong>{say('portal.foot.sponsor', { name: site.sponsor })}</strong>
            {site.undertaker && (
              <span>{say('portal.foot.undertaker', { name: site.undertaker })}</span>
            )}
          </p>
          <p>
            <span>{say('portal.foot.idCode', { code: site.idCode })}</span>
            {site.icp && <Icp record={site.icp} />}
            {site.police && <a href={policeRecord(site.police.code)}>{site.police.number}</a>}
            {site.ipv6 && <span>{say('portal.foot.ipv6')}</span>}
          </p>
          <p>
            <span>
              {say('portal.foot.telephone')} <a href={`tel:${site.telephone}`}>{site.telephone}</a>
            </span>
            <span>{site.domain}</span>
          </p>
        </div>
        <ul class="foot-links">
          <li>
            <a href={to(addresses.data())}>{say('portal.data.title')}</a>
          </li>
          <li>
            <a href={to(addresses.gazette())}>{say('portal.gazette.title')}</a>
          </li>
          <li>
            <a href={to(addresses.topics)}>{say('portal.topics.title')}</a>
          </li>
          <li>
            <a href={to(addresses.siteMap)}>{say('portal.column.siteMap')}</a>
          </li>
          <li>
            <a href={to(addresses.seals())}>{say('portal.column.seals')}</a>
          </li>
          <li>
            <a href={errorReportOf({ site, address })}>{say('portal.foot.reportError')}</a>
          </li>
          <li>
            <a href={to(addresses.accessibility)}>{say('portal.column.accessibility')}</a>
          </li>
          <li>
            <a href={addresses.feed()}>{say('portal.foot.feed')}</a>
          </li>
          {site.organMark && (
            <li>
              <a href={site.organMark.link}>
                <img
                  src={site.organMark.image}
                  alt={say('portal.foot.organMark')}
                  width="48"
                  height="60"
                  loading="lazy"
                />
              </a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  )
}
