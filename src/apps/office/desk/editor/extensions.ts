import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import TextAlign from '@tiptap/extension-text-align'
import StarterKit from '@tiptap/starter-kit'
import { ExaminedMarks } from '../examine/marks.ts'

/** The class that the cleaner writes for a first line set in. */
const Indent = Extension.create({
  name: 'indent',
  addGlobalAttributes: () => [
    {
      types: ['paragraph'],
      attributes: {
        indent: {
          default: false,
          parseHTML: (element) => element.classList.contains('indent'),
          renderHTML: ({ indent }) => (indent ? { class: 'indent' } : {}),
        },
      },
    },
  ],
})

/** Square metres and chemical signs: m², CO₂. */
const raised = (name: 'superscript' | 'subscript', tag: 'sup' | 'sub') =>
  Mark.create({
    name,
    excludes: name === 'superscript' ? 'subscript' : 'superscript',
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

/** A picture of the text: one of the edition's own files. */
export const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({
    src: { default: null },
    alt: { default: '' },
    width: { default: null },
    height: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
})

/** What may stand in a text: the same that the server's cleaner keeps. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ['mailto'],
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TableKit.configure({ table: { resizable: false, renderWrapper: true } }),
  TextAlign.configure({ types: ['paragraph', 'heading'], alignments: ['center', 'right'] }),
  Indent,
  raised('superscript', 'sup'),
  raised('subscript', 'sub'),
  Picture,
  ExaminedMarks,
]
