/** The entries of a choice: what each stands for and how it is said. */
export const optionsOf = <Value>(values: readonly Value[], words: (value: Value) => string) =>
  values.map((value) => ({ value, label: words(value) }))
