import { minuteAt } from '#platform/civil-date'
import type { RecordedLink } from '#seals'
import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import { CardTable, Cell } from './card-table.tsx'

/** A document's links of the public chain, each with the seal by which anyone can check it. */
export const PublicRecord = ({ record }: { record: readonly RecordedLink[] }) => {
  const { say, to } = useChrome()
  if (record.length === 0) return null
  const words = (name: string) => say(`portal.seals.${name}`)
  const columns = ['number', 'act', 'at', 'sealedOn', 'hash'].map((name) => ({
    name,
    words: words(name),
  }))
  return (
    <section class="public-record">
      <h2 id="record">{say('portal.history.seals')}</h2>
      <p class="about">{say('portal.history.sealsAbout')}</p>
      <CardTable caption={say('portal.history.seals')} columns={columns} kind="record">
        <tbody>
          {record.map((link) => (
            <tr key={link.number}>
              <Cell label={words('number')} kind="nowrap">
                {link.number}
              </Cell>
              <Cell label={words('act')} kind="nowrap">
                {link.act === 'withdrawal'
                  ? words('act.withdrawal')
                  : say('portal.history.recorded', {
                      act: words(`act.${link.act}`),
                      n: link.edition,
                    })}
                {link.data.length > 0 && (
                  <small class="about">
                    {say('portal.history.recordedTables', { n: link.data.length })}
                  </small>
                )}
              </Cell>
              <Cell label={words('at')} kind="nowrap">
                <time dateTime={link.at}>{minuteAt(new Date(link.at))}</time>
              </Cell>
              <Cell label={words('sealedOn')} kind="nowrap">
                {link.sealedOn ? (
                  <a href={to(addresses.seal(link.sealedOn))}>{link.sealedOn}</a>
                ) : (
                  say('portal.verify.notSealedYet')
                )}
              </Cell>
              <Cell label={words('hash')}>
                <code class="hash">{link.hash}</code>
              </Cell>
            </tr>
          ))}
        </tbody>
      </CardTable>
      <p>
        <a href={to(addresses.verify)}>{say('portal.history.verify')}</a>
      </p>
    </section>
  )
}
