import type { CivilDate } from '#platform/civil-date'
import { agriculture } from './texts/agriculture.ts'
import { assistance } from './texts/assistance.ts'
import { bureaus } from './texts/bureaus.ts'
import { city } from './texts/city.ts'
import { construction } from './texts/construction.ts'
import { culture } from './texts/culture.ts'
import { education } from './texts/education.ts'
import { employment } from './texts/employment.ts'
import { environment } from './texts/environment.ts'
import { departmentBudgets, finance, townBudgets } from './texts/finance.ts'
import { food } from './texts/food.ts'
import { government } from './texts/government.ts'
import { health } from './texts/health.ts'
import { household } from './texts/household.ts'
import { housing } from './texts/housing.ts'
import { land } from './texts/land.ts'
import { law } from './texts/law.ts'
import { safety } from './texts/safety.ts'
import { documentOf, type Sheet } from './texts/sheet.ts'
import { socialInsurance } from './texts/social-insurance.ts'
import { space } from './texts/space.ts'
import { tax } from './texts/tax.ts'
import { towns } from './texts/towns.ts'
import { trading } from './texts/trading.ts'
import { publicServices, villageNotices } from './texts/village-notices.ts'
import { villageBoards } from './texts/villages.ts'
import type { DemoDocument, DemoMatter, DemoOrganization } from './types.ts'

/** Everything that the demo county has ever published, field group by field group. */
const sheets: readonly Sheet[] = [
  ...government,
  ...finance,
  ...departmentBudgets,
  ...townBudgets,
  ...construction,
  ...trading,
  ...land,
  ...housing,
  ...environment,
  ...safety,
  ...tax,
  ...household,
  ...socialInsurance,
  ...employment,
  ...assistance,
  ...agriculture,
  ...education,
  ...health,
  ...food,
  ...city,
  ...culture,
  ...law,
  ...space,
  ...towns,
  ...villageBoards,
  ...publicServices,
  ...villageNotices,
  ...bureaus,
]

/** The county's documents as they stand on `today`: the same day always gives the same county. */
export const demoDocuments = (
  matters: readonly DemoMatter[],
  organizations: readonly DemoOrganization[],
  today: CivilDate,
): DemoDocument[] =>
  sheets
    .map((sheet) => documentOf(sheet, organizations, matters, today))
    .sort((one, other) => one.publishedOn.localeCompare(other.publishedOn))
