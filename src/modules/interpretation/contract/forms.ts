import { z } from 'zod'

/** 国办发〔2016〕80号 and provincial rules after it: the forms in which a policy is explained. */
export const forms = [
  'text',
  'qa',
  'chart',
  'cartoon',
  'audio',
  'video',
  'pressConference',
  'briefing',
  'interview',
  'expert',
  'case',
] as const
export const form = z.enum(forms)
export type Form = z.infer<typeof form>

export const detailNames = [
  'altText',
  'transcript',
  'mediaAddress',
  'minutes',
  'heldOn',
  'place',
  'speakers',
  'guest',
  'expert',
  'caseSource',
] as const
export type DetailName = (typeof detailNames)[number]

/** What each form needs to be complete, and what it may say besides. */
export const formFields: Readonly<
  Record<Form, { readonly needs: readonly DetailName[]; readonly may: readonly DetailName[] }>
> = {
  text: { needs: [], may: [] },
  qa: { needs: [], may: [] },
  // GB/T 37668 and WCAG 1.1.1: whoever cannot see the picture reads what it says.
  chart: { needs: ['altText'], may: [] },
  cartoon: { needs: ['altText'], may: ['mediaAddress'] },
  // WCAG 1.2.1: whoever cannot hear it reads the words.
  audio: { needs: ['transcript'], may: ['mediaAddress', 'minutes'] },
  video: { needs: ['transcript'], may: ['mediaAddress', 'minutes'] },
  pressConference: { needs: ['heldOn', 'place', 'speakers'], may: ['transcript', 'mediaAddress'] },
  briefing: { needs: ['heldOn', 'place', 'speakers'], may: ['transcript', 'mediaAddress'] },
  interview: { needs: ['heldOn', 'guest', 'transcript'], may: ['mediaAddress'] },
  expert: { needs: ['expert'], may: [] },
  case: { needs: ['caseSource'], may: [] },
}

/** Forms that are a medium of their own: a file in the document or an address must hold it. */
export const mediaForms: readonly Form[] = ['audio', 'video']
/** Forms that are a picture in the document. */
export const pictureForms: readonly Form[] = ['chart', 'cartoon']

// An address in a page must not run anything: only the web's own kinds.
const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text === '' || /^https?:\/\/[^\s"'<>]+$/i.test(text), 'webAddress')
const civilDateOrNone = z
  .string()
  .refine((text) => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text), 'civilDate')
const line = z.string().trim().max(300)

export const details = z
  .object({
    altText: z.string().trim().max(4_000),
    transcript: z.string().trim().max(200_000),
    mediaAddress: webAddress,
    minutes: z.string().trim().max(10),
    heldOn: civilDateOrNone,
    place: line,
    speakers: line,
    guest: line,
    expert: line,
    caseSource: line,
  })
  .partial()
export type Details = z.infer<typeof details>

/** What an interpretation should say (辽政办〔2022〕43号); the first four are asked of each (M53). */
export const elements = [
  'background',
  'purpose',
  'measures',
  'changes',
  'basis',
  'process',
  'scope',
  'standards',
  'terms',
  'benefits',
  'handling',
  'contact',
] as const
export const element = z.enum(elements)
export type Element = z.infer<typeof element>
export const requiredElements: readonly Element[] = ['background', 'purpose', 'measures', 'changes']

/** Covered, or no matter of this policy (a new one has no earlier one to differ from). */
export const substance = z.partialRecord(element, z.enum(['covered', 'notApplicable']))
export type Substance = z.infer<typeof substance>
