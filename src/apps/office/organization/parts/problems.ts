import { useEffect, useState } from 'react'
import type { Endpoint } from '#platform/endpoint'
import { useSpeaking } from '../../words.tsx'

/**
 * What an endpoint would say no to, field by field, before it is asked: the contract's own rules, in
 * words of `office.unit.problem.<field>`.
 */
export const useProblems = (endpoint: Endpoint) => {
  const { say, knows } = useSpeaking()
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    if (fields.size > 0)
      document
        .querySelector<HTMLElement>('.field.wrong :is(input, textarea), .choices.wrong input')
        ?.focus()
  }, [fields])
  return {
    /** Whether it can be sent; if not, the fields show why. */
    check: (input: unknown): boolean => {
      const parsed = endpoint.input.safeParse(input)
      setFields(new Set(parsed.error?.issues.map((issue) => String(issue.path[0])) ?? []))
      return parsed.success
    },
    problemOf: (field: string): string | undefined => {
      if (!fields.has(field)) return undefined
      const own = `office.unit.problem.${field}`
      return say(knows(own) ? own : 'office.unit.problem')
    },
  }
}
export type ProblemOf = ReturnType<typeof useProblems>['problemOf']
