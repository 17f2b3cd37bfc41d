import {
  type Asked,
  asked as askedShape,
  deliveries,
  identityTypes,
  type RequesterParticulars,
  requesterKinds,
  requesterParticulars,
  supplies,
} from '../contract/nouns.ts'
import { isIdCard } from './identity.ts'

/** Everything that can be typed or chosen in the form, as it was; checked only when it is sent. */
export const askingFields = [
  'wanted',
  'purpose',
  'organizationId',
  'kind',
  'name',
  'representative',
  'identityType',
  'identityNumber',
  'telephone',
  'email',
  'address',
  'postcode',
  'supply',
  'delivery',
  'remarks',
  'consent',
] as const
export type AskingField = (typeof askingFields)[number]
export type AskingForm = Readonly<Record<AskingField, string>>

export const emptyForm = Object.fromEntries(askingFields.map((field) => [field, ''])) as AskingForm

/** A field in which something is wrong, and what: words under `request.issue.<code>`. */
export interface FormIssue {
  readonly field: AskingField | 'evidence' | 'answer'
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** The longest text of each field; what is longer is kept as typed and pointed at. */
export const longest: Readonly<Record<AskingField, number>> = {
  wanted: 4_000,
  purpose: 1_000,
  organizationId: 20,
  kind: 20,
  name: 100,
  representative: 100,
  identityType: 20,
  identityNumber: 60,
  telephone: 40,
  email: 120,
  address: 200,
  postcode: 10,
  supply: 20,
  delivery: 20,
  remarks: 1_000,
  consent: 5,
}
// Enough that nobody who pastes too much loses it; more would fill the disk.
const keptBeyond = 4

/** Takes of what was sent only the fields of the form, without signs that no text has, bounded. */
export const readForm = (
  sent: Readonly<Record<string, string | undefined>>,
  before: AskingForm = emptyForm,
): AskingForm =>
  Object.fromEntries(
    askingFields.map((field) => {
      const given = sent[field]
      return [
        field,
        given === undefined
          ? before[field]
          : given
              .replaceAll('\0', '')
              .replaceAll('\r\n', '\n')
              .slice(0, longest[field] * keptBeyond),
      ]
    }),
  ) as AskingForm

const oneOf = (values: readonly string[], value: string): boolean => values.includes(value)
const email = /^[^\s@<>"']{1,64}@[^\s@<>"']+\.[^\s@<>"']+$/
const telephone = /^[+\d][\d\s()（）-]{5,}$/

/** What is needed before anything can be looked up: step one. */
export const wantedIssues = (form: AskingForm): FormIssue[] => {
  if (form.wanted.trim() === '') return [{ field: 'wanted', code: 'missing' }]
  return form.wanted.trim().length > longest.wanted
    ? [{ field: 'wanted', code: 'tooLong', params: { most: longest.wanted } }]
    : []
}

const identityIssues = (form: AskingForm, hasEvidence: boolean): FormIssue[] => {
  const number = form.identityNumber.replace(/\s/g, '')
  if (form.identityType === 'idCard' && number !== '' && !isIdCard(number))
    return [{ field: 'identityNumber', code: 'idCard' }]
  if (form.identityType === 'creditCode' && number !== '' && !/^[0-9A-Z]{18}$/i.test(number))
    return [{ field: 'identityNumber', code: 'creditCode' }]
  // 政府信息公开条例 art. 29: a proof of identity; the number or a picture of it.
  return number === '' && !hasEvidence ? [{ field: 'identityNumber', code: 'identity' }] : []
}

const contactIssues = (form: AskingForm): FormIssue[] => {
  const { telephone: call, email: mail, address, delivery } = form
  const way = (field: AskingField, value: string): FormIssue[] =>
    value.trim() === '' ? [{ field, code: `for.${delivery}` }] : []
  return [
    ...(mail.trim() !== '' && !email.test(mail.trim())
      ? [{ field: 'email', code: 'email' } as const]
      : []),
    ...(call.trim() !== '' && !telephone.test(call.trim())
      ? [{ field: 'telephone', code: 'telephone' } as const]
      : []),
    ...(delivery === 'email' ? way('email', mail) : []),
    ...(delivery === 'post' ? way('address', address) : []),
    ...(delivery === 'fax' ? way('telephone', call) : []),
    ...([call, mail, address].every((one) => one.trim() === '') &&
    !['email', 'post', 'fax'].includes(delivery)
      ? [{ field: 'telephone', code: 'contact' } as const]
      : []),
  ]
}

/** All that stands in the way of sending, in the order of the fields, to be mended at one sitting. */
export const formIssues = (
  form: AskingForm,
  given: { readonly hasEvidence: boolean; readonly takesRequests: (id: number) => boolean },
): FormIssue[] => {
  const chosen = (field: AskingField, values: readonly string[]): FormIssue[] =>
    oneOf(values, form[field]) ? [] : [{ field, code: 'choose' }]
  const found: FormIssue[] = [
    ...wantedIssues(form),
    ...(given.takesRequests(Number(form.organizationId))
      ? []
      : [{ field: 'organizationId', code: 'choose' } as const]),
    ...chosen('kind', requesterKinds),
    ...(form.name.trim() === '' ? [{ field: 'name', code: 'missing' } as const] : []),
    ...(form.kind !== '' && form.kind !== 'naturalPerson' && form.representative.trim() === ''
      ? [{ field: 'representative', code: 'missing' } as const]
      : []),
    ...chosen('identityType', identityTypes),
    ...identityIssues(form, given.hasEvidence),
    ...contactIssues(form),
    ...chosen('supply', supplies),
    ...chosen('delivery', deliveries),
    ...(form.consent === 'yes' ? [] : [{ field: 'consent', code: 'consent' } as const]),
    ...askingFields
      .filter((field) => field !== 'wanted' && form[field].trim().length > longest[field])
      .map((field) => ({ field, code: 'tooLong', params: { most: longest[field] } })),
  ]
  // One sentence a field: the first says what to do.
  return askingFields
    .flatMap((field) => found.find((one) => one.field === field) ?? [])
    .sort(
      (a, b) =>
        askingFields.indexOf(a.field as AskingField) - askingFields.indexOf(b.field as AskingField),
    )
}

/** A form without issues as the commands take it. */
export const readAsking = (
  form: AskingForm,
): {
  readonly organizationId: number
  readonly requester: RequesterParticulars
  readonly asked: Asked
} => ({
  organizationId: Number(form.organizationId),
  requester: requesterParticulars.parse({
    ...form,
    identityNumber: form.identityNumber.replace(/\s/g, '').toUpperCase(),
  }),
  asked: askedShape.parse(form),
})
