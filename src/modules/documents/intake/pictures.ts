import sharp from 'sharp'

export interface Picture {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: 'image/jpeg' | 'image/png'
}

// A page column is at most 900 px wide; twice that stays sharp on dense screens.
const widest = 1800
// 60 megapixels: the largest phone photographs; beyond it a small file can fill all memory.
const mostPixels = 60_000_000
const quality = 82

/**
 * Makes a picture fit for the public: drawn anew, so that place, device and anything appended to the
 * file are gone; turned as its camera meant it; null for what is no picture (EMF, damaged).
 */
export async function redrawPicture(
  name: string,
  bytes: Uint8Array,
  size: 'forPages' | 'asItIs' = 'forPages',
): Promise<Picture | null> {
  try {
    const drawing = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    const { format } = await drawing.metadata()
    if (!format || format === 'svg' || format === 'pdf') return null
    // Before anything else: once the EXIF is gone nothing says that a photograph lies on its side.
    const upright = drawing.rotate()
    const turned =
      size === 'asItIs' ? upright : upright.resize({ width: widest, withoutEnlargement: true })
    const isPhoto = format === 'jpeg'
    const redrawn = isPhoto
      ? turned.jpeg({ quality, mozjpeg: true })
      : turned.png({ compressionLevel: 9 })
    return {
      name: `${name}.${isPhoto ? 'jpg' : 'png'}`,
      bytes: await redrawn.toBuffer(),
      mediaType: isPhoto ? 'image/jpeg' : 'image/png',
    }
  } catch {
    return null
  }
}

/** Where pictures of a document stand in its text until they are stored: `/files/incoming/<name>`. */
const incoming = '/files/incoming/'

export const incomingAddress = (name: string): string => `${incoming}${name}`

/** Puts the real address of each stored picture in place of its placeholder; null drops the picture. */
export const placePictures = (html: string, addressOf: (name: string) => string | null): string =>
  html.replace(/<img\b[^>]*\bsrc="\/files\/incoming\/([^"]+)"[^>]*>/g, (tag, name: string) => {
    const address = addressOf(name)
    return address === null ? '' : tag.replace(`"${incoming}${name}"`, `"${address}"`)
  })
