import { theSystem } from '#platform/act'
import { reindex as makeIndexAnew } from '#search'
import { type Command, printJson, readArgs } from '../command.ts'
import { openPlace } from '../place.ts'

/** Makes the search index anew, in the order of time, while readers go on searching the one there is. */
export const reindex: Command = async (args) => {
  const { values } = readArgs(args, {
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const documents = await place.house.perform(theSystem, makeIndexAnew)
    if (values.json) printJson({ documents })
    else process.stdout.write(`检索已重新建立，共${documents}件文件。\n`)
  } finally {
    await place.close()
  }
}
