import type { Editor } from '@tiptap/react'

export type UploadPicture = (picture: Blob) => Promise<string | null>

const isPicture = (file: File): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(file.type)

/** Pictures that were pasted or dropped as files, such as a screenshot. */
export const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(isPicture)

/** Sends pictures away and puts each where the cursor stands. */
export const insertPictures = async (
  editor: Editor,
  pictures: readonly Blob[],
  send: UploadPicture,
): Promise<void> => {
  for (const picture of pictures) {
    const src = await send(picture)
    if (src) editor.chain().focus().insertContent({ type: 'picture', attrs: { src } }).run()
  }
}

const dataPictures = (editor: Editor): { at: number; src: string }[] => {
  const found: { at: number; src: string }[] = []
  editor.state.doc.descendants((node, at) => {
    const src = String(node.attrs.src ?? '')
    if (node.type.name === 'picture' && src.startsWith('data:')) found.push({ at, src })
  })
  return found
}

/** By hand: the office's policy lets it fetch from its own server only, and `data:` is none. */
const pictureOf = (src: string): Blob => {
  const [head = '', body = ''] = src.split(',')
  const bytes = Uint8Array.from(atob(body), (letter) => letter.codePointAt(0) ?? 0)
  return new Blob([bytes], { type: /:(.*?);/.exec(head)?.[1] ?? 'image/png' })
}

// Sent once, however often the text changes while they are on their way.
const onTheirWay = new Set<string>()

/** Pictures that came inside pasted text become files of the edition; what fails is taken out. */
export const liftPictures = (editor: Editor, send: UploadPicture): void => {
  for (const { src } of dataPictures(editor)) {
    if (onTheirWay.has(src)) continue
    onTheirWay.add(src)
    void send(pictureOf(src))
      .catch(() => null)
      .then((address) => {
        onTheirWay.delete(src)
        if (editor.isDestroyed) return
        const { tr } = editor.state
        for (const { at } of dataPictures(editor)
          .filter((one) => one.src === src)
          .reverse()) {
          if (address) tr.setNodeAttribute(at, 'src', address)
          else tr.delete(at, at + 1)
        }
        editor.view.dispatch(tr)
      })
  }
}
