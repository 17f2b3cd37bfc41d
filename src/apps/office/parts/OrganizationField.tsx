import type { ComponentProps } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import { OrganizationSelect } from './OrganizationSelect.tsx'

/** A labelled choice of one organization; anything else goes to its select. */
export function OrganizationField({
  label,
  hint,
  problem,
  optional,
  name,
  ...select
}: FieldProps & Omit<ComponentProps<typeof OrganizationSelect>, 'id' | 'label'>) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => <OrganizationSelect {...select} {...ids} />}
    </Field>
  )
}
