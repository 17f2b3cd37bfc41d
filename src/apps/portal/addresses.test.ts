import { expect, test } from 'vitest'
import { addresses, after, inView, plainView, prefixOf, readView } from './addresses.ts'

test('one question has one address: empty values are left out', () => {
  expect(addresses.search({ q: '低保', field: null, year: 2026 })).toBe(
    '/search?q=%E4%BD%8E%E4%BF%9D&year=2026',
  )
  expect(addresses.catalogue({ q: '', field: 'jiuye' })).toBe('/grassroots/catalogue?field=jiuye')
  expect(addresses.catalogue()).toBe('/grassroots/catalogue')
})

test('a cursor joins the query that is there', () => {
  expect(after('/grassroots/fields/jiuye', 'a=b')).toBe('/grassroots/fields/jiuye?after=a%3Db')
  expect(after('/search?q=x', 'c')).toBe('/search?q=x&after=c')
})

test.each([
  ['/', plainView],
  ['/d/12', { language: 'en', elder: false, contrast: false }],
  ['/', { language: 'en', elder: true, contrast: false }],
  ['/search?q=x', { language: 'zh-CN', elder: true, contrast: true }],
] as const)('[M132] %s in a view reads back as the same address and view', (address, view) => {
  expect(readView(inView(view, address))).toEqual({ view, path: address })
})

test('a view does not swallow an address that merely begins alike', () => {
  expect(readView('/english/x').path).toBe('/english/x')
  expect(prefixOf(readView('/elder').view)).toBe('/elder')
})

test('files and feeds keep one address in every view; other sites stay as they are', () => {
  const elder = { ...plainView, elder: true }
  for (const address of [
    addresses.feed(),
    addresses.feed(addresses.field('jiuye')),
    addresses.attachment(12, '1'),
    addresses.catalogueFile('xlsx'),
    'https://beian.miit.gov.cn/',
  ]) {
    expect(inView(elder, address)).toBe(address)
  }
})

test('slugs and keys cannot leave their place in the address', () => {
  expect(addresses.organization('../account')).toBe('/organizations/..%2Faccount')
  expect(addresses.attachment(1, 'a/b?c')).toBe('/d/1/files/a%2Fb%3Fc')
})
