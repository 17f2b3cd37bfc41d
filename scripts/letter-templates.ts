/** Writes data/letters/*.docx from the standard texts. `node scripts/letter-templates.ts` */
import { mkdirSync, writeFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import { fileNameOf, letterKinds } from '../src/modules/requests/letters/kinds.ts'
import { makeDocx } from '../src/modules/requests/letters/make-docx.ts'
import { standardText } from '../src/modules/requests/letters/standard.ts'

mkdirSync(inHome('data', 'letters'), { recursive: true })
for (const kind of letterKinds)
  writeFileSync(inHome('data', 'letters', `${fileNameOf(kind)}.docx`), makeDocx(standardText(kind)))
console.log(`${letterKinds.length} templates`)
