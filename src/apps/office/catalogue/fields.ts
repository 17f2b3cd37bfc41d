import { fields } from '#catalogue/contract'
import { useCall } from '../query.ts'

/** The fields of disclosure; they change a few times in a decade. */
export const useFields = () => {
  const { data } = useCall(fields, {}, { staleTime: 600_000 })
  const names = new Map(data?.map((field) => [field.code, field.name]))
  return {
    fields: data ?? [],
    nameOf: (code: string) => names.get(code) ?? code,
    options: (data ?? []).map((field) => ({ value: field.code, label: field.name })),
  }
}
