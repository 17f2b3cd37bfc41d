import { useSay } from '../words.tsx'
import { cellName } from './cell-name.ts'
import { OfficialTables } from './OfficialTable.tsx'

/** What is typed, by cell: `t3/r1/c1`. */
export type Typed = Readonly<Record<string, string>>

/** The three tables of the official form with a field in each cell of figures. */
export function EntryTables(props: {
  /** As they were read; what stands in the fields is what is typed. */
  tables: { t2: unknown; t3: unknown; t4: unknown }
  typed: Typed
  wrong: ReadonlySet<string>
  blank: ReadonlySet<string>
  onType: (cell: string, text: string) => void
}) {
  const say = useSay()
  const typedIn = (cell: string): string => props.typed[cell] ?? ''
  const markOf = (cell: string): string | undefined => {
    if (typedIn(cell) === '') return 'open'
    if (props.wrong.has(cell)) return 'wrong'
    return props.blank.has(cell) ? 'blank' : undefined
  }
  return (
    <OfficialTables
      tables={props.tables}
      className="official entry"
      figure={({ at }) => ({
        show: (
          <input
            id={at}
            className={markOf(at)}
            inputMode="decimal"
            maxLength={16}
            aria-label={cellName(at, say)}
            value={typedIn(at)}
            onChange={({ target }) => props.onType(at, target.value)}
          />
        ),
      })}
    />
  )
}
