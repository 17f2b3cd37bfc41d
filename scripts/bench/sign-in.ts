import { demoPassword } from '../../src/apps/cli/demo/staff.ts'

/** Signs in as a demo account and returns a way to post to the API; an answer that is no success throws. */
export const signInAt = async (
  url: string,
  userName: string,
): Promise<(path: string, body: object) => Promise<unknown>> => {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password: demoPassword }),
  })
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const { me } = (await answer.json()) as { me: { csrf: string } }
  return async (path, body) => {
    const posted = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': me.csrf },
      body: JSON.stringify(body),
    })
    if (!posted.ok) throw new Error(`${path}: ${posted.status} ${await posted.text()}`)
    return posted.json()
  }
}
