import { Input, Select } from 'antd'
import {
  attributes,
  audiences,
  knownChannels,
  levels,
  type MatterElement,
  type MatterElements,
  modes,
} from '#catalogue/contract'
import { optionsOf } from '../../parts/options.ts'
import { type Say, useSay } from '../../words.tsx'
import { extraName, extraWords, policyKey } from './extra.ts'

interface ControlProps {
  element: MatterElement
  value: unknown
  onChange: (value: unknown) => void
  ids: { id: string; 'aria-describedby'?: string }
}

const choices: Partial<Record<MatterElement, readonly string[]>> = {
  audience: audiences,
  mode: modes,
  attribute: attributes,
  levels,
}

const long = new Set<MatterElement>(['timeLimit', 'disclosingBody', 'audienceGroup'])
const listed = new Set<MatterElement>(['contentElements', 'legalBases'])

/** The words of a choice: "乡级", "主动公开". */
export const choiceWords = (say: Say, element: MatterElement, value: string): string =>
  value === ''
    ? say('office.catalogue.notSaid')
    : say(`catalogue.${element === 'levels' ? 'level' : element}.${value}`)

/** The control by which one element of an entry is written. */
export function ElementControl({ element, value, onChange, ids }: ControlProps) {
  const say = useSay()
  if (element === 'extra') return <Extra ids={ids} value={value} onChange={onChange} />
  const offered = choices[element]
  const options = offered && optionsOf(offered, (one) => choiceWords(say, element, one))
  if (element === 'levels')
    return (
      <Select
        {...ids}
        mode="multiple"
        value={value as string[]}
        onChange={onChange}
        options={options ?? []}
        placeholder={say('office.catalogue.notSaid')}
      />
    )
  if (options)
    return <Select {...ids} value={value as string} onChange={onChange} options={options} />
  if (element === 'channels')
    return (
      <Select
        {...ids}
        mode="tags"
        value={value as string[]}
        onChange={onChange}
        options={knownChannels.map((one) => ({ value: one, label: one }))}
        tokenSeparators={[';', '\uff1b']}
      />
    )
  if (listed.has(element))
    return (
      <Input.TextArea
        {...ids}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={(value as string[]).join('\n')}
        onChange={(event) => onChange(event.target.value.split('\n'))}
      />
    )
  if (long.has(element))
    return (
      <Input.TextArea
        {...ids}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={value as string}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <Input {...ids} value={value as string} onChange={(event) => onChange(event.target.value)} />
  )
}

/** Further columns of the table that a matter came from; texts may be corrected, lists are shown. */
function Extra({ ids, value, onChange }: Omit<ControlProps, 'element'>) {
  const say = useSay()
  const extra = value as MatterElements['extra']
  return (
    <div id={ids.id} className="extra">
      {Object.entries(extra).map(([name, one]) => (
        <div key={name}>
          <span>{extraName(say, name)}</span>
          {typeof one === 'string' && name !== policyKey ? (
            <Input
              aria-label={name}
              value={one}
              onChange={(event) => onChange({ ...extra, [name]: event.target.value })}
            />
          ) : (
            <span className="quiet">{extraWords(say, name, one)}</span>
          )}
        </div>
      ))}
    </div>
  )
}
