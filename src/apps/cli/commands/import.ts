import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import {
  packageBounds,
  receivePackage,
  registerSender,
  sweepFolder,
  watchFolder,
} from '#interchange'
import { organizationByCode } from '#organizations'
import { theSystem } from '#platform/act'
import { type Command, exit, printJson, readArgs, WrongUse } from '../command.ts'
import { openPlace, type Place } from '../place.ts'

const usage = 'import documents PACKAGE | sender ID | folder INBOX'

/** `gongkai import`: packages of the office network, whose keys are taken, the folder that is watched. */
export const importCommand: Command = async (args) => {
  const { values, positionals } = readArgs(args, {
    json: { type: 'boolean' },
    organization: { type: 'string' },
    name: { type: 'string' },
    key: { type: 'string' },
    receipts: { type: 'string' },
    off: { type: 'boolean' },
    directory: { type: 'string' },
  })
  const [verb, what] = positionals
  const acts = { documents, sender, folder } as const
  if (!verb || !(verb in acts)) throw new WrongUse(usage)
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    await acts[verb as keyof typeof acts](place, what, values)
  } finally {
    await place.close()
  }
}

interface Values {
  readonly json?: boolean | undefined
  readonly organization?: string | undefined
  readonly name?: string | undefined
  readonly key?: string | undefined
  readonly receipts?: string | undefined
  readonly off?: boolean | undefined
}

async function documents(place: Place, path: string | undefined, values: Values): Promise<void> {
  if (!path || !values.organization)
    throw new WrongUse('import documents PACKAGE --organization CODE')
  // What is larger than any package is refused unread.
  const { size } = await stat(path)
  const bytes = size > packageBounds.bytes ? new Uint8Array() : await readFile(path)
  const receipt = await receivePackage(place.house, theSystem, {
    bytes,
    fileName: basename(path),
    way: 'command',
    organization: values.organization,
  })
  if (values.json) printJson(receipt)
  else
    for (const one of receipt.documents)
      process.stdout.write(`${one.reference}\t${one.documentId}\t${one.title}\n`)
  if (receipt.reason === null) return
  process.stderr.write(`${[receipt.reason.message, ...receipt.reason.issues].join('\n  - ')}\n`)
  process.exitCode = exit.refused
}

async function sender(place: Place, id: string | undefined, values: Values): Promise<void> {
  const { organization, key, name } = values
  if (!id || !organization || !key)
    throw new WrongUse('import sender ID --key PUBLIC.pem --organization CODE [--name NAME]')
  const publicKey = await readFile(key, 'utf8')
  const unit = await organizationByCode(place.house.db, organization)
  const made = await place.house.perform(theSystem, (act) =>
    registerSender(act, { id, name: name ?? id, publicKey, organizationId: unit.id }),
  )
  if (values.json) printJson(made)
  else process.stdout.write(`${made.id}\t${made.organization.name}\t${made.publicKey}\n`)
}

async function folder(place: Place, inbox: string | undefined, values: Values): Promise<void> {
  if (!inbox && !values.off) throw new WrongUse('import folder INBOX [--receipts DIR] | --off')
  const set = inbox
    ? { inbox: resolve(inbox), receipts: resolve(values.receipts ?? `${inbox}/receipts`) }
    : null
  await place.house.perform(theSystem, (act) => watchFolder(act, set))
  const { taken } = await sweepFolder(place.house)
  if (values.json) printJson({ folder: set, taken })
  else process.stdout.write(`${set?.inbox ?? '-'}\t${taken}\n`)
}
