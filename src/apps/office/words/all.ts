/** Files as `import.meta.glob` gives them, as one table of words. */
export const joined = (
  files: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Readonly<Record<string, string>> => Object.assign({}, ...Object.values(files))
