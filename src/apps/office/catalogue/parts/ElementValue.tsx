import type { MatterElement } from '#catalogue/contract'
import { useSay } from '../../words.tsx'
import { choiceWords } from '../matters/ElementControl.tsx'
import { extraName, extraWords } from '../matters/extra.ts'

const choices = new Set<MatterElement>(['audience', 'mode', 'attribute', 'levels'])

/** One element of an entry as it is read. */
export function ElementValue(props: { element: MatterElement; value: unknown }) {
  const say = useSay()
  const { element, value } = props
  if (value === null || value === undefined || value === '')
    return <span className="quiet">{say('office.catalogue.notSaid')}</span>
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="quiet">{say('office.catalogue.notSaid')}</span>
    const words = value.map((one) =>
      choices.has(element) ? choiceWords(say, element, String(one)) : String(one),
    )
    if (element === 'levels') return <>{words.join(say('office.catalogue.and'))}</>
    return (
      <ul className={element === 'channels' ? 'element-tags' : 'element-list'}>
        {words.map((word, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move.
          <li key={at}>{word}</li>
        ))}
      </ul>
    )
  }
  if (typeof value === 'object')
    return (
      <ul className="element-list">
        {Object.entries(value).map(([name, one]) => (
          <li key={name}>
            {extraName(say, name)}: {extraWords(say, name, one)}
          </li>
        ))}
      </ul>
    )
  return <>{choices.has(element) ? choiceWords(say, element, String(value)) : String(value)}</>
}
