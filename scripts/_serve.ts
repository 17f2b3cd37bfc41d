import { startServing } from '../src/apps/serve.ts'
import { randomBytes } from 'node:crypto'
import { openHouse } from '../src/apps/house.ts'
const house = await openHouse({ databaseUrl: 'postgres://dev:dev@127.0.0.1:5432/try1', filesDirectory: '/tmp/try1-files', secret: randomBytes(32), hearOthers: true })
const s = await startServing({ house }, { port: 8090, host: '127.0.0.1' }, { worker: true, log: true })
console.log(s.url)
