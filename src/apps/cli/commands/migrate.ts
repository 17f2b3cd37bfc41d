import { migrate } from '#platform/migrate'
import { type Command, printJson, readArgs } from '../command.ts'
import { openPlace } from '../place.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--directory DIR] [--json]      bring the database to this version',
  async run(args) {
    const { values } = readArgs(args, {
      directory: { type: 'string' },
      json: { type: 'boolean' },
    })
    // Opening a place migrates it; the second call only reports that nothing is left to do.
    const place = await openPlace({ directory: values.directory, attach: true })
    try {
      const applied = await migrate(place.databaseUrl)
      if (values.json) printJson({ pending: applied })
      else process.stdout.write('数据库已是最新版本。\n')
    } finally {
      await place.close()
    }
  },
}
