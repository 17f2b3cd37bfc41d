import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ItalicOutlined,
  LinkOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { type Editor, useEditorState } from '@tiptap/react'
import { Select } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { optionsOf } from '../../parts/options.ts'
import { useSay } from '../../words.tsx'
import { AskText } from './AskText.tsx'
import { TableMenu } from './TableMenu.tsx'

function Tool(props: {
  words: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      className="tool"
      title={props.words}
      aria-label={props.words}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

const levels = [2, 3, 4] as const

const stateOf = (editor: Editor) => ({
  level: levels.find((level) => editor.isActive('heading', { level })) ?? (0 as const),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  underline: editor.isActive('underline'),
  superscript: editor.isActive('superscript'),
  subscript: editor.isActive('subscript'),
  bulletList: editor.isActive('bulletList'),
  orderedList: editor.isActive('orderedList'),
  align: (['center', 'right'] as const).find((textAlign) => editor.isActive({ textAlign })),
  link: editor.isActive('link'),
  href: String(editor.getAttributes('link').href ?? ''),
  picture: editor.isActive('picture'),
  alt: String(editor.getAttributes('picture').alt ?? ''),
  mayUndo: editor.can().undo(),
  mayRedo: editor.can().redo(),
})

/** What a text may be dressed in, no more than the site's style sheet knows. */
export function Toolbar(props: { editor: Editor; onPictures: (files: File[]) => void }) {
  const say = useSay()
  const { editor } = props
  const now = useEditorState({ editor, selector: ({ editor: one }) => stateOf(one) })
  const chooser = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState<'link' | 'alt' | null>(null)
  const run = () => editor.chain().focus()
  const align = (side: 'center' | 'right') =>
    now.align === side ? run().unsetTextAlign().run() : run().setTextAlign(side).run()

  const answer = (text: string) => {
    if (asking === 'alt') run().updateAttributes('picture', { alt: text }).run()
    else if (text === '') run().extendMarkRange('link').unsetLink().run()
    else if (editor.state.selection.empty && !now.link)
      run()
        .insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href: text } }] })
        .run()
    else run().extendMarkRange('link').setLink({ href: text }).run()
    setAsking(null)
  }

  return (
    <div className="toolbar" role="toolbar" aria-label={say('desk.tool.bar')} aria-controls="text">
      <Select
        className="level"
        variant="borderless"
        aria-label={say('desk.tool.level')}
        value={now.level}
        onChange={(level) =>
          level === 0 ? run().setParagraph().run() : run().setHeading({ level }).run()
        }
        options={optionsOf([0, ...levels] as const, (level) => say(`desk.tool.level.${level}`))}
      />
      <span className="tools">
        {(['bold', 'italic', 'underline'] as const).map((mark) => (
          <Tool
            key={mark}
            words={say(`desk.tool.${mark}`)}
            pressed={now[mark]}
            onClick={() => run().toggleMark(mark).run()}
          >
            {
              {
                bold: <BoldOutlined />,
                italic: <ItalicOutlined />,
                underline: <UnderlineOutlined />,
              }[mark]
            }
          </Tool>
        ))}
        {(['superscript', 'subscript'] as const).map((mark) => (
          <Tool
            key={mark}
            // Its name holds what it shows, so that it can be called by voice.
            words={`${say(`desk.tool.${mark}`)} x2`}
            pressed={now[mark]}
            onClick={() => run().toggleMark(mark).run()}
          >
            <span className="letters">x{mark === 'superscript' ? <sup>2</sup> : <sub>2</sub>}</span>
          </Tool>
        ))}
      </span>
      <span className="tools">
        <Tool
          words={say('desk.tool.left')}
          pressed={now.align === undefined}
          onClick={() => run().unsetTextAlign().run()}
        >
          <AlignLeftOutlined />
        </Tool>
        <Tool
          words={say('desk.tool.center')}
          pressed={now.align === 'center'}
          onClick={() => align('center')}
        >
          <AlignCenterOutlined />
        </Tool>
        <Tool
          words={say('desk.tool.right')}
          pressed={now.align === 'right'}
          onClick={() => align('right')}
        >
          <AlignRightOutlined />
        </Tool>
      </span>
      <span className="tools">
        <Tool
          words={say('desk.tool.orderedList')}
          pressed={now.orderedList}
          onClick={() => run().toggleOrderedList().run()}
        >
          <OrderedListOutlined />
        </Tool>
        <Tool
          words={say('desk.tool.bulletList')}
          pressed={now.bulletList}
          onClick={() => run().toggleBulletList().run()}
        >
          <UnorderedListOutlined />
        </Tool>
      </span>
      <span className="tools">
        <Tool words={say('desk.tool.link')} pressed={now.link} onClick={() => setAsking('link')}>
          <LinkOutlined />
        </Tool>
        <Tool words={say('desk.tool.picture')} onClick={() => chooser.current?.click()}>
          <PictureOutlined />
        </Tool>
        {now.picture && (
          <button type="button" className="tool words" onClick={() => setAsking('alt')}>
            {say('desk.tool.alt')}
          </button>
        )}
        <TableMenu editor={editor} />
      </span>
      <span className="tools">
        <Tool
          words={say('desk.tool.undo')}
          disabled={!now.mayUndo}
          onClick={() => run().undo().run()}
        >
          <UndoOutlined />
        </Tool>
        <Tool
          words={say('desk.tool.redo')}
          disabled={!now.mayRedo}
          onClick={() => run().redo().run()}
        >
          <RedoOutlined />
        </Tool>
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        onChange={(event) => {
          props.onPictures([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {asking && (
        <AskText
          title={say(`desk.tool.${asking}`)}
          hint={say(`desk.tool.${asking}.hint`)}
          value={asking === 'link' ? now.href : now.alt}
          onAnswer={answer}
          onCancel={() => setAsking(null)}
        />
      )}
    </div>
  )
}
