import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useSay } from '../../words.tsx'
import { normalisePaste } from '../paste/normalise.ts'
import { extensions } from './extensions.ts'
import { insertPictures, liftPictures, picturesIn, type UploadPicture } from './pictures.ts'
import { Toolbar } from './Toolbar.tsx'

/**
 * Pasted into an empty paragraph, a text replaces it; the editor's own way would pour the first line
 * into it and lose how that line is set.
 */
const replaceEmptyLine = (view: EditorView, slice: Slice): boolean => {
  const { $from, empty } = view.state.selection
  const isEmptyLine = empty && $from.parent.type.name === 'paragraph' && !$from.parent.content.size
  const isPlain = slice.content.childCount === 1 && slice.openStart > 0
  const first = slice.content.firstChild
  if (!isEmptyLine || !first?.isBlock || (isPlain && !first.attrs.textAlign)) return false
  const tr = view.state.tr.replaceRange(
    $from.before(),
    $from.after(),
    new Slice(slice.content, 0, 0),
  )
  view.dispatch(tr.scrollIntoView().setMeta('paste', true))
  return true
}

/** The text as it will look, to be written in. */
export function TextEditor(props: {
  html: string
  /** Called on each change; the text is read out when it is needed. */
  onChange: (read: () => string) => void
  onPicture: UploadPicture
  /** Hears of the editor once it stands; what it answers is called when it is closed. */
  onOpen?: (editor: Editor) => () => void
  id?: string
}) {
  const say = useSay()
  const { message } = App.useApp()
  const latest = useRef(props)
  latest.current = props
  const given = useRef(props.html)
  const editorRef = useRef<Editor | null>(null)
  const send: UploadPicture = (picture) => latest.current.onPicture(picture)

  const editor = useEditor({
    extensions,
    content: props.html,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        class: 'text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': say('desk.field.html'),
        id: props.id ?? 'text',
      },
      transformPastedHTML: (html) => {
        const pasted = normalisePaste(html)
        if (pasted.lostPictures > 0)
          void message.warning(say('desk.paste.lost', { count: pasted.lostPictures }), 8)
        return pasted.html
      },
      handlePaste: (view, event, slice) => {
        const pictures = picturesIn(event.clipboardData)
        const hasText = Boolean(event.clipboardData?.getData('text/plain').trim())
        if (pictures.length > 0 && !hasText && editorRef.current) {
          void insertPictures(editorRef.current, pictures, send)
          return true
        }
        return replaceEmptyLine(view, slice)
      },
      handleDrop: (_, event) => {
        const pictures = picturesIn(event.dataTransfer)
        if (pictures.length === 0 || !editorRef.current) return false
        event.preventDefault()
        void insertPictures(editorRef.current, pictures, send)
        return true
      },
    },
    onUpdate: ({ editor: changed }) => {
      liftPictures(changed, send)
      latest.current.onChange(() => readOut(changed))
    },
  })
  editorRef.current = editor

  const { onOpen } = props
  useEffect(() => onOpen?.(editor), [onOpen, editor])

  // What the editor makes of an untouched text differs from it in form only: that is no change.
  const untouched = useRef<string | null>(null)
  useEffect(() => {
    untouched.current ??= editor.getHTML()
  }, [editor])
  const readOut = (from: Editor): string => {
    const html = from.getHTML()
    return html === untouched.current ? given.current : withoutLoose(html)
  }
  return (
    <div className="text-editor">
      <Toolbar editor={editor} onPictures={(files) => void insertPictures(editor, files, send)} />
      <EditorContent editor={editor} />
    </div>
  )
}

/** Pictures still on their way are no part of what is kept, nor the empty line under a table. */
const withoutLoose = (html: string): string =>
  html.replace(/<img[^>]* src="data:[^>]*>/g, '').replace(/(?:<p><\/p>)+$/, '')
