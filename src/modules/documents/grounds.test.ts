import { expect, test } from 'vitest'
import { attributeIssues, grounds } from './grounds.ts'

const chosen = (attribute: 'proactive' | 'onRequest' | 'notDisclosed', ground = '', reason = '') =>
  attributeIssues({ attribute, attributeGround: ground, attributeReason: reason }).map(
    (issue) => `${issue.field} ${issue.code}`,
  )

test('[M24] asks ground and reason for anything that is not proactive', () => {
  expect(chosen('proactive')).toEqual([])
  expect(chosen('notDisclosed')).toEqual(['attributeGround missing', 'attributeReason missing'])
  expect(chosen('onRequest', 'privacy', '涉及个人病历')).toEqual([])
})

test('[M24] refuses a ground that does not carry the attribute', () => {
  expect(chosen('onRequest', 'stateSecret', '涉密')).toEqual(['attributeGround doesNotFit'])
})

test('[M24] every ground names its article', () => {
  for (const ground of grounds) expect(ground.article).toMatch(/^政府信息公开条例第十[三四五六]条/)
})
