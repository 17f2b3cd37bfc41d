import QRCode from 'qrcode'

// Four modules: the quiet zone that ISO/IEC 18004 asks around a code.
const quietZone = 4

// Any of the eight masks reads; trying all of them was a quarter of a document's rendering.
const maskPattern = 3

/** A QR code as one SVG path of dark runs: small in the page, sharp in print. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { modules } = QRCode.create([{ data: Buffer.from(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
    maskPattern,
  })
  const runs: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const start = x
      while (x < modules.size && modules.get(y, x)) x++
      runs.push(`M${start} ${y}h${x - start}`)
    }
  }
  const side = modules.size + 2 * quietZone
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone - 0.5} ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <path stroke="#000" d={runs.join('')} />
    </svg>
  )
}
