import { maxHeaderSize, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { keptAliveMs } from './ready-answer.ts'

/** What decides the form of a kept page: the validator a browser holds, the encodings it reads. */
export interface Asked {
  readonly ifNoneMatch: string | undefined
  readonly acceptEncoding: string | undefined
}

/** A GET that a kept page can answer. */
export interface PlainGet extends Asked {
  readonly address: string
}

// RFC 9110 and 9112, and nothing beside: one whole request, each header on its line. Whatever reads
// otherwise goes to Node's parser, which knows how to refuse.
const plainGet =
  /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~\x80-\xff]*\r\n)+)\r\n$/
const telling =
  /^(host|accept-encoding|if-none-match|connection|content-length|transfer-encoding|expect|upgrade):[\t ]*(.*?)[\t ]*$/gim

/** Reads a chunk as one plain GET; undefined where anything about it is out of the ordinary. */
export const readPlainGet = (chunk: Buffer): PlainGet | undefined => {
  if (chunk.length > maxHeaderSize) return undefined
  const [, address, headers] = plainGet.exec(chunk.toString('latin1')) ?? []
  if (address === undefined || headers === undefined) return undefined
  const said = new Map<string, string>()
  for (const [, name = '', value = ''] of headers.matchAll(telling)) {
    const key = name.toLowerCase()
    if (said.has(key)) return undefined
    said.set(key, value)
  }
  const connection = said.get('connection')?.toLowerCase() ?? 'keep-alive'
  const hasBody = said.has('content-length') || said.has('transfer-encoding')
  if (!said.get('host') || connection !== 'keep-alive') return undefined
  if (hasBody || said.has('expect') || said.has('upgrade')) return undefined
  return {
    address,
    ifNoneMatch: said.get('if-none-match'),
    acceptEncoding: said.get('accept-encoding'),
  }
}

/**
 * Answers plain GETs of kept pages straight from the connection, before Node's HTTP server: one write
 * of ready bytes (11 µs of CPU against 19 µs, nginx 11; docs/decisions/0007). At the first request
 * that it cannot answer so, the connection with all that came goes over to the server for good.
 */
export const standBefore = (
  server: Server,
  find: (address: string, asked: Asked) => Buffer | undefined,
): { close(): void } => {
  const behind = server.listeners('connection') as ((this: Server, socket: Socket) => void)[]
  const standing = new Set<Socket>()
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const end = () => void socket.end()
    const destroy = () => void socket.destroy()
    const leave = () => {
      standing.delete(socket)
      socket.setTimeout(0)
      socket.off('data', answer).off('end', end).off('error', destroy).off('timeout', destroy)
      socket.off('close', leave)
    }
    const answer = (chunk: Buffer): void => {
      const asked = readPlainGet(chunk)
      const bytes = asked && find(asked.address, asked)
      if (bytes) {
        // Who asks without reading is not read from either, until the answers are gone.
        if (!socket.write(bytes)) {
          socket.pause()
          socket.once('drain', () => socket.resume())
        }
        return
      }
      leave()
      for (const listener of behind) listener.call(server, socket)
      socket.unshift(chunk)
    }
    standing.add(socket)
    socket.setTimeout(keptAliveMs)
    socket.on('data', answer).on('end', end).on('error', destroy).on('timeout', destroy)
    socket.on('close', leave)
  })
  return {
    close() {
      for (const socket of standing) socket.destroy()
    },
  }
}
