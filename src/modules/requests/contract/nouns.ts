import { z } from 'zod'

/** Who asks, by the classes of the annual report's table. */
export const requesterKinds = [
  'naturalPerson',
  'enterprise',
  'research',
  'welfare',
  'legalService',
  'other',
] as const
export type RequesterKind = (typeof requesterKinds)[number]

/** How it came in; the clock's channel follows from it. */
export const doors = ['portal', 'counter', 'post', 'fax', 'kiosk', 'oral'] as const
export type Door = (typeof doors)[number]

/** Art. 29: the form in which the information is wanted, and the way in which it is to come. */
export const supplies = ['paper', 'electronic', 'disc', 'onSite'] as const
export const deliveries = ['online', 'email', 'post', 'pickUp', 'fax', 'onSite'] as const

export const identityTypes = [
  'idCard',
  'passport',
  'residencePermit',
  'creditCode',
  'other',
] as const

export const stages = [
  'new',
  'registered',
  'handling',
  'decided',
  'served',
  'closed',
  'archived',
] as const
export type Stage = (typeof stages)[number]

/** What has to be done with a request, in its order. */
export const steps = [
  'confirm',
  'register',
  'check',
  'assign',
  'search',
  'draft',
  'sign',
  'serve',
] as const
export type Step = (typeof steps)[number]

const line = (most: number) => z.string().trim().max(most)

/** Art. 29: name, proof of identity, how to be reached. Only those who handle the case see it. */
export const requesterParticulars = z.object({
  kind: z.enum(requesterKinds),
  /** Of the person, or of the organization. */
  name: line(100).min(1),
  /** Who acts for an organization. */
  representative: line(100).default(''),
  identityType: z.enum(identityTypes),
  identityNumber: line(60),
  telephone: line(40).default(''),
  email: line(120).default(''),
  address: line(200).default(''),
  postcode: line(10).default(''),
})
export type RequesterParticulars = z.infer<typeof requesterParticulars>

/** What is asked for, as the requester wrote it. */
export const asked = z.object({
  /** Art. 29: name, number or another description by which it can be found. */
  wanted: z.string().trim().min(1).max(4_000),
  purpose: z.string().trim().max(1_000).default(''),
  supply: z.enum(supplies),
  delivery: z.enum(deliveries),
  remarks: z.string().trim().max(1_000).default(''),
})
export type Asked = z.infer<typeof asked>
