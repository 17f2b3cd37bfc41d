import { refuse } from './refusals.ts'
import { type Schema, schema } from './schema.ts'
import accidents from './schemas/accidents.json' with { type: 'json' }
import budgetExpenditure from './schemas/budget-expenditure.json' with { type: 'json' }
import budgetRevenue from './schemas/budget-revenue.json' with { type: 'json' }
import enrolment from './schemas/enrolment.json' with { type: 'json' }
import farmSubsidies from './schemas/farm-subsidies.json' with { type: 'json' }
import finalExpenditure from './schemas/final-expenditure.json' with { type: 'json' }
import finalRevenue from './schemas/final-revenue.json' with { type: 'json' }
import governmentDebt from './schemas/government-debt.json' with { type: 'json' }
import penalties from './schemas/penalties.json' with { type: 'json' }
import plans from './schemas/plans.json' with { type: 'json' }
import recruitment from './schemas/recruitment.json' with { type: 'json' }
import socialAssistance from './schemas/social-assistance.json' with { type: 'json' }
import threePublic from './schemas/three-public.json' with { type: 'json' }

/** Every table that ships with the program, in the order in which pages list them. */
export const schemas: readonly Schema[] = [
  budgetRevenue,
  budgetExpenditure,
  finalRevenue,
  finalExpenditure,
  threePublic,
  governmentDebt,
  farmSubsidies,
  socialAssistance,
  penalties,
  accidents,
  plans,
  recruitment,
  enrolment,
].map((one) => schema.parse(one))

const byCode = new Map(schemas.map((one) => [one.code, one]))

export const schemaOf = (code: string): Schema => {
  const found = byCode.get(code)
  if (!found) throw refuse('unknownSchema', { code })
  return found
}

export const isSchema = (code: string): boolean => byCode.has(code)
