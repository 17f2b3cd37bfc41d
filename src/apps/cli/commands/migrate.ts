import { migrate as bringUp } from '#platform/migrate'
import { type Command, printJson, readArgs } from '../command.ts'
import { openPlace } from '../place.ts'

export const migrate: Command = async (args) => {
  const { values } = readArgs(args, {
    directory: { type: 'string' },
    json: { type: 'boolean' },
  })
  // Opening a place migrates it; the second call only reports that nothing is left to do.
  const place = await openPlace({ directory: values.directory, attach: true })
  try {
    const applied = await bringUp(place.databaseUrl)
    if (values.json) printJson({ pending: applied })
    else process.stdout.write('数据库已是最新版本。\n')
  } finally {
    await place.close()
  }
}
