export const demoDrafts = (..._: unknown[]) => [] as never[]
