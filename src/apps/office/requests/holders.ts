/** Who takes requests in; the server asks the same of each unit. */
export const registrars = ['disclosureOffice', 'sectionHead', 'clerk'] as const
