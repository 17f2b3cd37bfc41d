import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { gb18030Csv, scannedPdf, wordWithCorners, zhang } from '../../../../test/world/files.ts'
import { WrongUse } from '../command.ts'
import { scan } from './scan.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-scan-'))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

const scanned = async (name: string, bytes: Uint8Array, ...flags: string[]) => {
  await writeFile(join(folder, name), bytes)
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk)
    return true
  })
  await scan([join(folder, name), ...flags])
  return said
}

test('[M44] answers with whether it was read, and each finding with its kind, place, mask and confidence', async () => {
  const answer = JSON.parse(await scanned('名单.csv', gb18030Csv(), '--json')) as object
  expect(answer).toEqual({
    scanned: true,
    findings: expect.arrayContaining([
      { kind: 'idCard', where: 'body B2', masked: '110101********7600', confidence: 'high' },
    ]) as object,
  })
})

test('[M44] a file that could not be read in full is an answer too', async () => {
  expect(JSON.parse(await scanned('扫描.pdf', await scannedPdf(), '--json'))).toEqual({
    scanned: false,
    findings: [],
  })
})

test('[M44] tells a person in words where it stands', async () => {
  const said = await scanned('公示.docx', wordWithCorners())
  expect(said).toContain('正文 › 隐藏文字')
  expect(said).toContain('嵌入的文件“Microsoft_Excel_Sheet1.xlsx” › 隐藏的工作表“底册” B2')
  expect(said).not.toContain(zhang.id)
})

test('a path that is none is refused, a call without one is wrong use', async () => {
  await expect(scan([join(folder, 'none.docx')])).rejects.toMatchObject({ code: 'cli.cannotRead' })
  await expect(scan([folder])).rejects.toMatchObject({ code: 'cli.cannotRead' })
  await expect(scan([])).rejects.toBeInstanceOf(WrongUse)
})
