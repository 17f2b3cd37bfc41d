import { isIP } from 'node:net'
import { startServing } from '../../serve.ts'
import { type Command, readArgs, WrongUse } from '../command.ts'
import { openPlace } from '../place.ts'

// Above the well-known ports, free on a fresh server, and what operators expect of a web program.
const defaultPort = 8080

/** Port and host from flags, else from the environment. */
export const whereToListen = (values: { port?: string | undefined; host?: string | undefined }) => {
  const port = Number(values.port ?? process.env.PORT ?? defaultPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUse(`--port ${values.port}`)
  return { port, host: values.host ?? process.env.HOST ?? '127.0.0.1' }
}

/** Proxies on other machines whose word on who sends a request counts: addresses or networks. */
export const trustedProxies = (given = process.env.GONGKAI_TRUSTED_PROXIES ?? ''): string[] => {
  const proxies = given.split(/[\s,]+/).filter((one) => one !== '')
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const most = isIP(address) === 4 ? 32 : 128
    if (isIP(address) === 0 || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && +bits <= most)))
      throw new WrongUse(`GONGKAI_TRUSTED_PROXIES ${proxy}`)
  }
  return proxies
}

/**
 * Resolves when the process is asked to end. Asked again meanwhile (a terminal signals the whole
 * group and our parent passes it on), it goes on ending in good order.
 */
export const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve())
  })

export const serve: Command = async (args) => {
  const { values } = readArgs(args, {
    port: { type: 'string' },
    host: { type: 'string' },
    directory: { type: 'string' },
  })
  const where = whereToListen(values)
  const options = { trustedProxies: trustedProxies() }
  const place = await openPlace({ directory: values.directory, hearOthers: true })
  const serving = await startServing(place, where, options).catch(async (error) => {
    await place.close()
    throw error
  })
  process.stdout.write(`Gongkai ${serving.url}  office ${serving.url}/office/\n`)
  await untilAsked()
  await serving.close()
  await place.close()
}
