import { TableOutlined } from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Dropdown } from 'antd'
import { useSay } from '../../words.tsx'

const groups = [
  ['addRowBefore', 'addRowAfter', 'deleteRow'],
  ['addColumnBefore', 'addColumnAfter', 'deleteColumn'],
  ['mergeCells', 'splitCell', 'toggleHeaderRow'],
  ['deleteTable'],
] as const

type Command = (typeof groups)[number][number]

/** A new table; inside of one, everything that can be done with it. */
export function TableMenu(props: { editor: Editor }) {
  const say = useSay()
  const { editor } = props
  const may = useEditorState({
    editor,
    selector: ({ editor: one }) => ({
      isInside: one.isActive('table'),
      mergeCells: one.can().mergeCells(),
      splitCell: one.can().splitCell(),
    }),
  })
  const items = may.isInside
    ? groups.flatMap((group, at) => [
        ...(at > 0 ? [{ type: 'divider' as const, key: `line ${at}` }] : []),
        ...group.map((command) => ({
          key: command,
          label: say(`desk.table.${command}`),
          danger: command === 'deleteTable',
          disabled: (command === 'mergeCells' || command === 'splitCell') && !may[command],
        })),
      ])
    : [{ key: 'insertTable', label: say('desk.table.insert') }]
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const chain = editor.chain().focus()
          if (key === 'insertTable')
            chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
          else chain[key as Command]().run()
        },
      }}
    >
      <button
        type="button"
        className="tool"
        title={say('desk.table')}
        aria-label={say('desk.table')}
        aria-pressed={may.isInside}
        onMouseDown={(event) => event.preventDefault()}
      >
        <TableOutlined />
      </button>
    </Dropdown>
  )
}
