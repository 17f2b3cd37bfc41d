import { addresses } from '../addresses.ts'
import { useChrome } from '../chrome.ts'
import type { DocumentView } from '../views.ts'
import { Day } from './lines.tsx'

/** What the text relies on that is no longer in force: a reader of the text would not know (M31). */
export const CitedEnded = ({ cited }: Pick<DocumentView, 'cited'>) => {
  const { say, to } = useChrome()
  if (!cited || cited.length === 0) return null
  return (
    <section class="note cited" aria-label={say('portal.cited')}>
      <p>
        <strong>{say('portal.cited')}</strong> {say('portal.cited.about')}
      </p>
      <ul>
        {cited.map((one) => (
          <li key={one.id}>
            <a href={to(addresses.document(one.id))}>{one.title}</a>
            {one.documentNumber !== '' && `（${one.documentNumber}）`}{' '}
            {say(`portal.validity.${one.state}`)}
            {one.since && (
              <>
                {' '}
                <Day on={one.since} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** That the copy of a regulation here is the official one, and when that was last looked at (M32). */
export const OfficialCopy = ({ official }: Pick<DocumentView, 'official'>) => {
  const { say } = useChrome()
  if (!official) return null
  const words = say(official.same ? 'portal.official.same' : 'portal.official.see', {
    source: official.source,
    date: official.checkedOn,
  })
  return (
    <p class={official.same ? 'official-copy same' : 'official-copy'}>
      {official.sourceAddress === '' ? (
        words
      ) : (
        <a href={official.sourceAddress} rel="external">
          {words}
        </a>
      )}
    </p>
  )
}
