import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A place to be marked in the text, without becoming part of it. */
export interface Marked {
  readonly from: number
  readonly to: number
  readonly stands: boolean
  readonly words: string
}

export const marksKey = new PluginKey<DecorationSet>('examined')

/** Marks what was found; what is typed moves the marks along until the text is looked at again. */
export const ExaminedMarks = Extension.create({
  name: 'examinedMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marksKey,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, set) => {
          const marked = tr.getMeta(marksKey) as readonly Marked[] | undefined
          if (!marked) return set.map(tr.mapping, tr.doc)
          return DecorationSet.create(
            tr.doc,
            marked.map(({ from, to, stands, words }) =>
              Decoration.inline(from, to, {
                class: stands ? 'seen stands' : 'seen',
                title: words,
              }),
            ),
          )
        },
      },
      props: { decorations: (state) => marksKey.getState(state) },
    }),
  ],
})
