const units = ['B', 'KB', 'MB', 'GB'] as const

/** A size as people say it: 512 B, 18 KB, 2.4 MB. */
export const sizeText = (bytes: number): string => {
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1)
  const size = bytes / 1024 ** step
  return `${size >= 10 || step === 0 ? Math.round(size) : size.toFixed(1)} ${units[step]}`
}
