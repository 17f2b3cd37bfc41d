import { Link } from 'react-router'
import { levels, type LevelMatrix as Matrix } from '#catalogue/contract'
import { type Say, useSay } from '../../words.tsx'
import { useEdition } from '../edition.ts'

type Cell = Matrix['rows'][number]['cells'][number]

const wordsOf = (say: Say, cell: Cell): string => {
  if (!cell.expected && cell.matterCount === 0) return say('office.catalogue.levels.outside')
  const lacking = cell.baseCount - cell.presentCount
  return lacking > 0
    ? say('office.catalogue.levels.lacking', { count: cell.matterCount, lacking })
    : say('office.catalogue.levels.own', { count: cell.matterCount })
}

const dressOf = (cell: Cell): string => {
  if (!cell.expected && cell.matterCount === 0) return 'notApplicable'
  if (cell.matterCount === 0) return 'blank'
  return cell.presentCount < cell.baseCount ? 'due' : 'met'
}

/** Which field belongs to which level, and how much of what it is measured against each has (M4). */
export function LevelMatrix(props: { matrix: Matrix }) {
  const say = useSay()
  const { edition } = useEdition()
  return (
    <>
      <p className="quiet">
        {say('office.catalogue.levels.about')}{' '}
        {say(`office.catalogue.comparedWith.${props.matrix.comparedWith}`)}
      </p>
      <div className="scroll">
        <table className="plain-table matrix">
          <thead>
            <tr>
              <th scope="col">{say('office.catalogue.field')}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  {say(`catalogue.level.${level}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.matrix.rows.map((row) => (
              <tr key={row.field.code}>
                <th scope="row">
                  {row.field.name}
                  {row.field.vertical && (
                    <small className="quiet below">{say('office.catalogue.field.vertical')}</small>
                  )}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.level}>
                    {cell.matterCount > 0 ? (
                      <Link
                        className={`mark ${dressOf(cell)}`}
                        to={`/catalogue/editions/${edition.id}?field=${row.field.code}&level=${cell.level}`}
                      >
                        {wordsOf(say, cell)}
                      </Link>
                    ) : (
                      <span className={`mark ${dressOf(cell)}`}>{wordsOf(say, cell)}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
