import { expect, test } from 'vitest'
import { type GuideAnswers, guided, questions } from './guide.ts'
import { authoritiesOf, remedyOf, remedyText } from './remedies.ts'
import { type ResultCode, resultCodes, resultRule } from './result-codes.ts'

/** The first option of each question leads on; those named turn off. */
const onward: GuideAnswers = Object.fromEntries(
  questions.map(({ name, options }) => [name, Object.keys(options)[0] ?? '']),
)

test('[M66] every result code is reached by the guide, and each step bears its article', () => {
  const reached = new Set<ResultCode>()
  for (const { name, options } of questions)
    for (const answer of Object.keys(options)) {
      const { code, steps } = guided({ ...onward, [name]: answer })
      if (code) reached.add(code)
      for (const step of steps) expect(step.article).toMatch(/第.+条/)
    }
  expect([...reached].sort()).toEqual([...resultCodes].sort())
})

test('[M66] an unanswered question stops the way; what follows is not asked', () => {
  const { code, steps } = guided({ nature: 'information', upheld: 'yes' })
  expect(code).toBeNull()
  expect(steps.map(({ question, answer }) => [question, answer])).toEqual([
    ['nature', 'information'],
    ['upheld', 'yes'],
    ['clear', null],
  ])
  expect(guided({ nature: 'toString' }).steps).toHaveLength(1)
})

test('[M66] what can be severed is partial, what cannot falls with its ground (art. 37)', () => {
  const answers = { ...onward, thirdParty: 'part', caseFile: 'part' }
  expect(guided({ ...answers, severable: 'yes' })).toMatchObject({
    code: 'partial',
    grounds: ['refused/third_party', 'refused/case_file'],
  })
  expect(guided({ ...answers, severable: 'no' }).code).toBe('refused/third_party')
  expect(guided({ ...answers, severable: '' }).code).toBeNull()
})

test.each([
  // A refusal: choice until the end of 2023, then reconsideration first.
  ['refused/state_secret', '2023-12-31', 'choice', 'law'],
  ['refused/state_secret', '2024-01-01', 'first', 'law'],
  ['refused/third_party', '2025-05-31', 'first', 'law'],
  ['refused/third_party', '2025-06-01', 'first', 'interpretation'],
  ['refused/internal_affairs', '2026-03-02', 'first', 'interpretation'],
  ['refused/process_info', '2026-03-02', 'first', 'interpretation'],
  ['refused/case_file', '2026-03-02', 'first', 'interpretation'],
  ['partial', '2023-06-30', 'choice', 'law'],
  ['partial', '2026-03-02', 'first', 'inference'],
  ['refused/query_matter', '2026-03-02', 'choice', 'inference'],
  ['unavailable/not_held', '2023-12-31', 'choice', 'law'],
  ['unavailable/not_held', '2024-01-01', 'choice', 'inference'],
  ['unavailable/not_held', '2025-06-01', 'choice', 'interpretation'],
  ['not_handled/petition', '2025-06-01', 'choice', 'interpretation'],
  ['granted/provided', '2026-03-02', 'choice', 'interpretation'],
  ['other/other', '2026-03-02', 'none', 'interpretation'],
] as const)('[M66] against %s of %s: %s, by %s', (code, on, order, reading) => {
  expect(remedyOf(code, on, false)).toMatchObject({ order, reading })
})

test('[M66] beside each remedy stands the article that makes it so, and no other', () => {
  const orderOf = (code: ResultCode, on: string) => remedyOf(code, on, false)?.articles[0] ?? ''
  // Reconsideration first is art. 23 of 2023; the choice is art. 44 (1) of the Litigation Law.
  expect(orderOf('refused/case_file', '2024-01-01')).toContain('第二十三条第一款第四项')
  expect(orderOf('unavailable/not_held', '2024-01-01')).not.toContain('第二十三条')
  expect(orderOf('unavailable/not_held', '2024-01-01')).toContain('第四十四条第一款')
  for (const code of resultCodes) {
    expect(orderOf(code, '2023-12-31')).not.toContain('2023年修订')
    const now = remedyOf(code, '2026-03-02', false)
    const cites = now?.articles[0] ?? ''
    expect(cites.includes('第二十三条')).toBe(now?.order === 'first')
  }
})

test('[M66] a refusal cites its ground and the duty to give reasons (art. 36 (3))', () => {
  for (const code of resultCodes.filter((one) => one.startsWith('refused/'))) {
    const rule = resultRule(code, '2026-03-02')
    if (!rule?.withholds) continue
    expect(rule.article).toMatch(/第十[四五六]条.*第三十六条第（三）项/)
    expect(rule.wording.join('')).toContain(rule.article)
  }
})

test('[M66] no law of the day, no remedy', () => {
  expect(remedyOf('partial', '2019-05-14', false)).toBeUndefined()
})

test('[M66] only a reply served online since 2024 needs the online channel', () => {
  expect(remedyOf('partial', '2023-12-31', true)?.needsOnlineChannel).toBe(false)
  expect(remedyOf('partial', '2024-01-01', true)).toMatchObject({ needsOnlineChannel: true })
  expect(remedyOf('partial', '2024-01-01', true)?.articles.join()).toContain('第二十二条')
  expect(remedyOf('partial', '2024-01-01', false)?.needsOnlineChannel).toBe(false)
})

test('[M66] who reconsiders changed in 2024', () => {
  expect(authoritiesOf('department', '2023-12-31')).toEqual([
    'sameLevelGovernment',
    'superiorDepartment',
  ])
  expect(authoritiesOf('department', '2024-01-01')).toEqual(['sameLevelGovernment'])
  expect(authoritiesOf('township', '2026-01-01')).toEqual(['governmentAbove'])
  expect(authoritiesOf('vertical', '2026-01-01')).toEqual(['superiorDepartment'])
  expect(authoritiesOf('enterprise', '2026-01-01')).toEqual([])
})

test('[M66] the remedy says that reconsideration comes first, with both periods', () => {
  const names = {
    authorities: ['青穗县人民政府'],
    court: '青穗县人民法院',
    channel: 'https://fy.example',
  }
  const first = remedyOf('refused/case_file', '2026-03-02', true)
  if (!first) throw new Error('no remedy')
  expect(remedyText(first, names)).toBe(
    '如对本答复不服，应当自收到本答复之日起60日内先向青穗县人民政府申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向青穗县人民法院提起行政诉讼。行政复议申请书可以通过以下互联网渠道提交：https://fy.example。',
  )
  const choice = remedyOf('refused/case_file', '2023-03-02', true)
  if (!choice) throw new Error('no remedy')
  expect(remedyText(choice, names)).toBe(
    '如对本答复不服，可以自收到本答复之日起60日内向青穗县人民政府申请行政复议，或者自收到本答复之日起6个月内向青穗县人民法院提起行政诉讼。',
  )
})

test('[M66] the wording asks for exactly what the reply must say', () => {
  for (const code of resultCodes) {
    const rule = resultRule(code, '2026-03-02')
    const wanted = rule?.wording.join('') ?? ''
    for (const field of rule?.mustSay ?? []) expect(wanted).toContain(`{${field}}`)
    expect(rule?.article).not.toBe('')
  }
})
