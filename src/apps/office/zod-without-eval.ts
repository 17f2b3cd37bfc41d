import { config } from 'zod/v4/core'

// The office's policy forbids `eval`; zod would try it once and leave an error in the console.
config({ jitless: true })
