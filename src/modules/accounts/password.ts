import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Issue, issue } from '#platform/refusal'
import { refuse } from './refusals.ts'
import type { SignInRules } from './rules.ts'

// OWASP's first choice for argon2id: 19 MiB, two passes; 44 ms on a loaded two-core machine.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// 19 MiB each: a burst of sign-ins must not take the memory, or the processors, from the portal.
const hashesAtOnce = 2
const longestLine = 40

let running = 0
const line: (() => void)[] = []

const inTurn = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  if (running >= hashesAtOnce) {
    if (line.length >= longestLine) throw refuse('tooManySignIns')
    await new Promise<void>((go) => line.push(go))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = line.shift()
    if (next) next()
    else running -= 1
  }
}

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), cost))

export const matchesPassword = (passwordHash: string, password: string): Promise<boolean> =>
  inTurn(() => verify(passwordHash, password.normalize('NFC')))

let nobodysHash: Promise<string> | undefined

/** The same work as for a real account, so that time does not tell which user names exist. */
export const matchesNobody = async (password: string): Promise<false> => {
  nobodysHash ??= hashPassword(temporaryPassword())
  await matchesPassword(await nobodysHash, password)
  return false
}

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/]
// What guessing programs try first, and what keyboards offer in a row.
const common =
  /password|passw0rd|p@ssw0rd|admin|qwert|asdfg|zxcvb|1qaz|iloveyou|woaini|gongkai|zhengwu|01234|12345|23456|34567|45678|56789|98765|abcde|(.)\1{3}/i

/** Everything that a new password lacks, except that it was used before. */
export const passwordIssues = (password: string, userName: string, rules: SignInRules): Issue[] =>
  [
    [...password].length < rules.minLength &&
      issue('password', 'passwordTooShort', { min: rules.minLength }),
    classes.filter((one) => one.test(password)).length < rules.minClasses &&
      issue('password', 'passwordClasses', { classes: rules.minClasses }),
    password.toLowerCase().includes(userName.toLowerCase()) && issue('password', 'passwordHasName'),
    common.test(password) && issue('password', 'passwordCommon'),
  ].filter((found) => found !== false)

/** Whether a password is among those used before. */
export const isFormer = async (password: string, hashes: readonly string[]): Promise<boolean> => {
  for (const one of hashes) if (await matchesPassword(one, password)) return true
  return false
}

// Without 0 O 1 l I, which are misread from paper.
const letters = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789']
const pick = (from: string): string => from[randomInt(from.length)] ?? ''

/** Sixteen letters and digits in fours, 77 bits, to be read out or handed over once. */
export const temporaryPassword = (): string => {
  const group = () => {
    const four = [...letters.map(pick), pick(letters.join(''))]
    return four.map((one) => ({ one, at: randomInt(1 << 30) })).sort((a, b) => a.at - b.at)
  }
  const text = Array.from({ length: 4 }, () =>
    group()
      .map(({ one }) => one)
      .join(''),
  ).join('-')
  return common.test(text) ? temporaryPassword() : text
}
