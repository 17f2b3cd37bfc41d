export const ensureBuilt: (command: string) => Promise<void>
