import { expect, test } from 'vitest'
import { edgePairs, palettes, textPairs, tokensCss } from './tokens.ts'

const channel = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

test('the contrast formula gives the known ends of its scale', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

// WCAG 2.2: 1.4.3 asks 4.5:1 (AA); the high-contrast view exists to give 7:1 (1.4.6, AAA).
test.each([
  ['light', 4.5],
  ['contrast', 7],
] as const)('[M132] text reads on every ground in the %s theme', (theme, floor) => {
  const palette = palettes[theme]
  const short = textPairs
    .map(([text, ground]) => ({ text, ground, ratio: contrast(palette[text], palette[ground]) }))
    .filter(({ ratio }) => ratio < floor)
  expect(short).toEqual([])
})

test.each(['light', 'contrast'] as const)(
  '[M132] borders and focus rings show in the %s theme',
  (theme) => {
    const palette = palettes[theme]
    for (const [edge, ground] of edgePairs) {
      expect(
        contrast(palette[edge], palette[ground]),
        `${edge} on ${ground}`,
      ).toBeGreaterThanOrEqual(3)
    }
  },
)

test('writes every token as a CSS variable', () => {
  const css = tokensCss()
  expect(css).toContain('--ink-2:#4a5568')
  expect(css).toContain('--primary-strong:')
  expect(css).toContain('.contrast{')
})
