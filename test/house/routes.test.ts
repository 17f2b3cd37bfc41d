import { afterAll, beforeAll, expect, test } from 'vitest'
import { openedEndpoints } from '../../src/apps/api/answer.ts'
import { apiServer } from '../../src/apps/api/server.ts'
import { world } from '../world/world.ts'

let app: Awaited<ReturnType<typeof apiServer>>

beforeAll(async () => {
  const w = await world()
  app = await apiServer(w.house, { logger: false })
})
afterAll(() => app.close())

const addressOf = (path: string): string => path.replace(/:\w+/g, '1')

test('[M158] every door but sign-in refuses a stranger, whatever is asked', async () => {
  expect(openedEndpoints.size).toBeGreaterThan(80)
  for (const { method, path, open } of openedEndpoints.values()) {
    if (open) continue
    for (const cookie of ['', 'gongkai_session=forged'])
      expect(
        (
          await app.inject({
            method,
            url: addressOf(path),
            headers: { cookie },
            payload: method === 'GET' ? undefined : {},
          })
        ).statusCode,
        `${method} ${path}`,
      ).toBe(401)
  }
})

test('only signing in is open', () => {
  const open = [...openedEndpoints.values()].filter((endpoint) => endpoint.open)
  expect(open.map((endpoint) => endpoint.path).sort()).toMatchInlineSnapshot(`
    [
      "/api/password-rules",
      "/api/sign-in",
      "/api/sign-in/second-factor",
    ]
  `)
})

test('the description of the interface covers every door', async () => {
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, object>
  }>()
  for (const { method, path } of openedEndpoints.values()) {
    const known = paths[path.replace(/:(\w+)/g, '{$1}')]
    expect(Object.keys(known ?? {}), path).toContain(method.toLowerCase())
  }
})
