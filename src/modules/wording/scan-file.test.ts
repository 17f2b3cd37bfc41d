import { expect, test } from 'vitest'
import {
  gb18030Csv,
  li,
  lockedWord,
  ofd,
  pdfWithoutFont,
  photograph,
  scannedPdf,
  wordWithCorners,
  workbookWithCorners,
  zhang,
} from '../../../test/world/files.ts'
import { stands } from './finding.ts'
import { scanFile } from './scan-file.ts'

const found = async (name: string, bytes: Uint8Array) => {
  const { findings } = await scanFile(name, bytes)
  return findings.map(({ kind, where, confidence }) => `${kind} ${confidence} ${where}`)
}

test.each<[string, string, () => Uint8Array, string[]]>([
  [
    'a Word file',
    '公示.docx',
    wordWithCorners,
    [
      'idCard high body/hiddenText',
      'phone high body/deletedText',
      'secretMark high body/textBox',
      'idCard high body/table:1 B2',
      'phone high body/table:1 C3',
      'nameList medium body/table:1 A1',
      'idCard high comments',
      'idCard high embedded:Microsoft_Excel_Sheet1.xlsx/hiddenSheet:底册 B2',
    ],
  ],
  [
    'a workbook',
    '公示.xlsx',
    workbookWithCorners,
    [
      'phone high sheet:公示/hiddenColumn:C A2',
      'idCard high hiddenSheet:底册 B2',
      'idCard high hiddenSheet:底册 B3',
      'bankCard high comments',
      'phone high unusedTexts',
    ],
  ],
  ['a PDF without its font', '名单.pdf', pdfWithoutFont, ['idCard high page:1']],
  [
    'an OFD file',
    '公告.ofd',
    ofd,
    ['idCard high page:1', 'phone high annotations', 'idCard high attachment:list.csv/body B2'],
  ],
  [
    'a table in GB18030',
    '名单.csv',
    gb18030Csv,
    ['idCard high body B2', 'nameList medium body A1'],
  ],
])('[M44] %s gives away what it hides', async (_, name, bytes, expected) => {
  expect(await found(name, bytes())).toEqual(expect.arrayContaining(expected))
})

test('[M44] what is found is never told in full', async () => {
  const told = JSON.stringify(await scanFile('公示.docx', wordWithCorners()))
  for (const whole of [zhang.id, li.id, zhang.phone, li.phone]) expect(told).not.toContain(whole)
})

test('[M44] the name of a file is examined too', async () => {
  const { findings } = await scanFile(`证明${zhang.id}.txt`, Buffer.from('无'))
  expect(findings.filter(stands)).toMatchObject([{ kind: 'idCard', where: 'name' }])
})

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
  ['a scan', '扫描.pdf', scannedPdf],
  ['a locked file', '加密.docx', lockedWord],
  ['a photograph', '照片.jpg', photograph],
])('[M44] %s is not scanned, whatever was found', async (_, name, bytes) => {
  expect((await scanFile(name, await bytes())).scanned).toBe(false)
})

test('[M44] the columns that hold it are told for masking, with their headers', async () => {
  const { columns } = await scanFile('名单.csv', gb18030Csv())
  expect(columns).toMatchObject([
    { where: 'body', column: 0, header: '姓名', headerRow: 0, kind: 'nameList', count: 1 },
    { where: 'body', column: 1, header: '身份证号', headerRow: 0, kind: 'idCard', count: 1 },
  ])
})
