/**
 * What may come with a request, for portal and desk alike; told by its first bytes and not by its name or
 * by what a browser claims.
 */
const kinds = [
  { mediaType: 'image/jpeg', ending: 'jpg', begins: [0xff, 0xd8, 0xff] },
  {
    mediaType: 'image/png',
    ending: 'png',
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { mediaType: 'application/pdf', ending: 'pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const

export type EnclosureKind = (typeof kinds)[number]

/** For file choosers, which filter by it what they offer. */
export const enclosureAccept = kinds.map(({ mediaType }) => mediaType).join(',')

/**
 * How large one may be, and how many: strangers may fill less of the disk than staff, who scan whole
 * letters. Photographs of both sides of an identity card fit either, with room.
 */
export const enclosureBounds = {
  portal: { megabytes: 10, most: 4 },
  desk: { megabytes: 20, most: Number.POSITIVE_INFINITY },
} as const

export const isTooLarge = (bytes: Uint8Array, door: keyof typeof enclosureBounds): boolean =>
  bytes.byteLength > enclosureBounds[door].megabytes * 1024 * 1024

/** A picture or a PDF; undefined for anything else. */
export const enclosureKindOf = (bytes: Uint8Array): EnclosureKind | undefined =>
  kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))
