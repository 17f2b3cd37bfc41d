import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readParts } from '#platform/file-parts/index'
import { pdfPictures, pdfSegments } from './pdf.ts'
import { redact } from './redact.ts'

const note = { ground: 'refused/third_party', note: 'privacy' } as const
const madeAt = new Date('2026-03-20T02:00:00Z')

/** A PDF written by hand, so that what it says of its page — turned, begun elsewhere — is known. */
const pdfOf = (page: { rotate: number; box: string; content: string }): Uint8Array => {
  const stream = (dict: string, body: string) =>
    `<< ${dict} /Length ${body.length} >>\nstream\n${body}\nendstream`
  // Two dots by two of pure red, as hex: a picture such as a seal.
  const red = 'FF0000FF0000FF0000FF0000>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${page.box} /Rotate ${page.rotate} /Contents 4 0 R
      /Resources << /Font << /F 5 0 R >> /XObject << /Seal 6 0 R >> >> >>`,
    stream('', page.content),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode',
      red,
    ),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return new TextEncoder().encode(text)
}

// A green name, black words that stay, and a red seal.
const content = `BT /F 20 Tf 0 0.8 0 rg 180 300 Td (Qian Hemiao) Tj ET
BT /F 20 Tf 0 g 180 400 Td (Road maintenance) Tj ET
q 60 0 0 60 420 250 cm /Seal Do Q`

const pageOf = async (bytes: Uint8Array) => {
  const [first] = await pdfPictures(bytes, [1])
  const { data, info } = await sharp(Buffer.from(first?.picture ?? '', 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const count = (is: (r: number, g: number, b: number) => boolean) => {
    let found = 0
    for (let at = 0; at < data.length; at += info.channels)
      if (is(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) found += 1
    return found
  }
  return {
    ...info,
    green: count((r, g, b) => g > r + 60 && g > b + 60),
    red: count((r, g, b) => r > g + 100 && r > b + 100),
    redAt: () => {
      const dots: [number, number][] = []
      for (let at = 0; at < data.length; at += info.channels)
        if ((data[at] ?? 0) > 180 && (data[at + 1] ?? 0) < 80) {
          const dot = at / info.channels
          dots.push([dot % info.width, Math.floor(dot / info.width)])
        }
      const [xs, ys] = [dots.map(([x]) => x), dots.map(([, y]) => y)]
      return {
        x: Math.min(...xs) / info.width,
        y: Math.min(...ys) / info.height,
        width: (Math.max(...xs) - Math.min(...xs)) / info.width,
        height: (Math.max(...ys) - Math.min(...ys)) / info.height,
      }
    },
  }
}

const textOf = async (bytes: Uint8Array) =>
  (await readParts('a.pdf', bytes)).parts.map(({ text }) => text ?? '').join('\n')

for (const rotate of [0, 90, 180, 270])
  test(`[M67] on a page turned by ${rotate} that begins elsewhere, a line and a picture are gone for good`, async () => {
    const bytes = pdfOf({ rotate, box: '[100 150 600 850]', content })
    const { segments, sheets } = await pdfSegments(bytes)
    const upright = rotate % 180 === 0
    expect(sheets).toEqual([{ width: upright ? 500 : 700, height: upright ? 700 : 500 }])
    const name = segments.find(({ text }) => text === 'Qian Hemiao')
    const before = await pageOf(bytes)
    expect(before.green).toBeGreaterThan(200)
    expect(before.red).toBeGreaterThan(5_000)
    const chosen = {
      marks: [{ segment: name?.id ?? '', ...note }],
      boxes: [{ page: 1, ...before.redAt(), ...note }],
    }
    const made = await redact({ name: 'a.pdf', bytes }, chosen, madeAt)
    const after = await pageOf(made.bytes)
    expect([after.width, after.height]).toEqual([before.width, before.height])
    expect(after.green).toBe(0)
    expect(after.red).toBe(0)
    const text = await textOf(made.bytes)
    expect(text).not.toContain('Hemiao')
    expect(text).toContain('Road maintenance')
    expect(Buffer.from(made.bytes).includes('FF0000FF0000')).toBe(false)
  })

test('[M67] what is not covered stays to be seen, so the check of colours can fail', async () => {
  const bytes = pdfOf({ rotate: 90, box: '[0 0 600 800]', content })
  const box = { page: 1, x: 0, y: 0, width: 0.02, height: 0.02, ...note }
  const made = await redact({ name: 'a.pdf', bytes }, { marks: [], boxes: [box] }, madeAt)
  const after = await pageOf(made.bytes)
  expect(after.green).toBeGreaterThan(200)
  expect(after.red).toBeGreaterThan(5_000)
  expect(await textOf(made.bytes)).toContain('Qian Hemiao')
})

// One line in three runs, as word processors write a name in another face among the words around it.
const mixed = `BT /F 20 Tf 0 g 60 400 Td (Paid to) Tj 90 0 Td (Qian Hemiao) Tj 140 0 Td (for the road) Tj ET
BT /F 20 Tf 0 g 60 300 Td (One run with Qian Hemiao in it) Tj ET`

test('[M67] a box over part of a line keeps the searchable words beside it, and nothing that lies under it', async () => {
  const bytes = pdfOf({ rotate: 0, box: '[0 0 600 800]', content: mixed })
  expect((await pdfSegments(bytes)).segments.map(({ text }) => text)).toHaveLength(2)
  // Over the name in the first line, and over the very end of the second.
  const over = (x: number, y: number, width: number) => ({
    page: 1,
    x: x / 600,
    y: (800 - y) / 800,
    width: width / 600,
    height: 10 / 800,
    ...note,
  })
  const boxes = [over(155, 412, 100), over(320, 312, 20)]
  const made = await redact({ name: 'a.pdf', bytes }, { marks: [], boxes }, madeAt)
  const text = await textOf(made.bytes)
  expect(text).toContain('Paid to')
  expect(text).toContain('for the road')
  // Of a run that is touched no letter stays: where each stands in it, the file does not say.
  for (const word of ['Hemiao', 'One run']) expect(text).not.toContain(word)
})

test('[M67] a box that only grazes a run takes the run, so that no half-hidden letter is left to be read', async () => {
  const bytes = pdfOf({ rotate: 0, box: '[0 0 600 800]', content: mixed })
  const box = { page: 1, x: 0, y: 380 / 800, width: 62 / 600, height: 30 / 800, ...note }
  const made = await redact({ name: 'a.pdf', bytes }, { marks: [], boxes: [box] }, madeAt)
  const text = await textOf(made.bytes)
  expect(text).not.toContain('Paid to')
  expect(text).toContain('Qian Hemiao')
})

test('[M67] words that the file itself hides under a patch do not come along', async () => {
  for (const patch of ['0 g', '1 g']) {
    const hidden = `${content}\n${patch} 175 290 140 30 re f`
    const bytes = pdfOf({ rotate: 0, box: '[0 0 600 800]', content: hidden })
    expect(await textOf(bytes)).toContain('Qian Hemiao')
    const box = { page: 1, x: 0, y: 0, width: 0.02, height: 0.02, ...note }
    const made = await redact({ name: 'a.pdf', bytes }, { marks: [], boxes: [box] }, madeAt)
    const text = await textOf(made.bytes)
    expect(text).not.toContain('Hemiao')
    expect(text).toContain('Road maintenance')
  }
})

test('[M67] text set from below to above is one line, and its place is upright and narrow', async () => {
  const turned = 'BT /F 20 Tf 0 0.8 0 rg 0 1 -1 0 300 100 Tm (Qian Hemiao) Tj ET'
  const bytes = pdfOf({ rotate: 0, box: '[0 0 600 800]', content: turned })
  const { segments } = await pdfSegments(bytes)
  expect(segments).toHaveLength(1)
  const place = segments[0]?.place
  expect((place?.height ?? 0) * 800).toBeGreaterThan((place?.width ?? 0) * 600 * 3)
  const made = await redact(
    { name: 'a.pdf', bytes },
    { marks: [{ segment: segments[0]?.id ?? '', ...note }], boxes: [] },
    madeAt,
  )
  expect((await pageOf(made.bytes)).green).toBe(0)
})

test('[M67] a version made can be changed: where it was chosen is kept with what was taken out', async () => {
  const bytes = pdfOf({ rotate: 270, box: '[0 0 600 800]', content })
  const { segments } = await pdfSegments(bytes)
  const [first] = segments
  const made = await redact(
    { name: 'a.pdf', bytes },
    { marks: [{ segment: first?.id ?? '', ...note }], boxes: [] },
    madeAt,
  )
  expect(made.removed[0]?.at).toEqual(first?.place)
})
