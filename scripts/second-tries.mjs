// Told to Vitest as a reporter: writes down the tests that passed only at a second try. Luck decides these,
// and they want mending; the run names them at its end.
import { appendFileSync } from 'node:fs'

export default class SecondTries {
  onTestCaseResult(test) {
    if (!test.diagnostic()?.flaky || !process.env.SECOND_TRIES) return
    appendFileSync(process.env.SECOND_TRIES, `${test.module.relativeModuleId}: ${test.fullName}\n`)
  }
}
