import { fill, messagesOf } from '#platform/words'
import type { IntakeWarning } from './parsed.ts'

interface Place {
  readonly sheet?: string
  readonly row?: number
}

/** Collects what a person should look at; the same thing said of the same place is said once. */
export class Warnings {
  readonly #list: IntakeWarning[] = []
  readonly #said = new Set<string>()

  add(code: string, params: IntakeWarning['params'] = {}, place: Place = {}, once = ''): void {
    const key = `${code}/${place.sheet ?? ''}/${once || `${place.row ?? ''}/${JSON.stringify(params)}`}`
    if (this.#said.has(key)) return
    this.#said.add(key)
    const words = messagesOf('zh-CN').get(`catalogue.intake.${code}`) ?? code
    this.#list.push({ code, message: fill(words, params), params, ...place })
  }

  get list(): readonly IntakeWarning[] {
    return this.#list
  }
}
