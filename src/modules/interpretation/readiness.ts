import { type Issue, issue } from '#platform/refusal'
import {
  type Details,
  type Form,
  formFields,
  mediaForms,
  pictureForms,
  type Substance,
} from './contract/forms.ts'
import { openElements } from './substance.ts'

export interface TypedMaterial {
  readonly form: Form
  readonly author: string
  readonly details: Details
  readonly substance: Substance
  /** Files and pictures of the document. */
  readonly files: number
  readonly pictures: number
}

/** What a record of its form still lacks: asked before it goes into review. */
export const materialIssues = (material: TypedMaterial): Issue[] => [
  // 谁起草谁解读: an interpretation bears the name of whoever explains.
  ...(material.author === '' ? [issue('interpretation.author', 'missing')] : []),
  ...formFields[material.form].needs
    .filter((name) => !material.details[name])
    .map((name) => issue(`interpretation.${name}`, 'missing')),
  ...(mediaForms.includes(material.form) && !material.details.mediaAddress && material.files === 0
    ? [issue('interpretation.mediaAddress', 'mediaMissing')]
    : []),
  ...(pictureForms.includes(material.form) &&
  material.pictures + material.files === 0 &&
  !material.details.mediaAddress
    ? [issue('interpretation.form', 'pictureMissing')]
    : []),
  ...openElements(material.substance),
]

/** A policy's interpretation as far as its own way up and out depends on it. */
export interface Accompanied {
  readonly isNeeded: boolean
  readonly isExempted: boolean
  readonly isLive: boolean
  readonly planned: number
  /** It is a draft put out for comment, and nothing explains it. */
  readonly lacksExplanation: boolean
  /** Materials that explain it from the start, follow-ups left aside. */
  readonly materials: readonly {
    readonly state: string
    readonly isLive: boolean
    readonly isEmpty: boolean
  }[]
}

const isFree = (policy: Accompanied): boolean =>
  !policy.isNeeded || policy.isExempted || policy.isLive

/** M29, M50: what keeps a policy from going up for issue. A correction of what is out goes up free. */
export const planIssues = (policy: Accompanied): Issue[] =>
  policy.lacksExplanation
    ? [issue('interpretation.materials', 'explanationMissing')]
    : isFree(policy)
      ? []
      : [
          ...(policy.planned === 0 ? [issue('interpretation.plan', 'planMissing')] : []),
          ...(policy.materials.some((one) => !one.isEmpty)
            ? []
            : [issue('interpretation.materials', 'draftMissing')]),
        ]

/** 同步审签: what goes out with the policy must have been signed. */
const signed = ['approved', 'scheduled']

export const isReadyToAccompany = (policy: Accompanied): boolean =>
  !policy.lacksExplanation &&
  (isFree(policy) || policy.materials.some((one) => one.isLive || signed.includes(one.state)))
