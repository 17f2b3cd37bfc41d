#!/usr/bin/env node
// Finds Node 24 and a fresh build, then hands over. Plain JavaScript that Node 20 can read.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const oldestNode = 24

const bundledNode = () => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const binary = process.platform === 'win32' ? 'node.exe' : 'node'
  const path = join(home, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary)
  return existsSync(path) ? path : undefined
}

// V8 gives what is young 64 MB, of which pages rendered and gone fill whatever there is: a quarter of it
// serves as well and spares the server 37 MB. Only a new process can be told.
const youngSpace = '--max-semi-space-size=16'
const longRunning = ['serve', 'demo'].includes(process.argv[2])
const flags = longRunning ? [youngSpace] : []
const arguments_ = [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
const mayReplaceItself = process.platform !== 'win32' && typeof process.execve === 'function'

const handOver = (node) => {
  const child = spawn(node, arguments_, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  const node = bundledNode()
  if (node) handOver(node)
  else {
    console.error(
      `Gongkai 需要 Node ${oldestNode}（当前 ${process.versions.node}）。请运行 npm ci，或安装 Node ${oldestNode}。\n` +
        `Gongkai needs Node ${oldestNode} (this is ${process.versions.node}). Run npm ci, or install Node ${oldestNode}.`,
    )
    process.exit(1)
  }
} else if (longRunning && mayReplaceItself && !process.execArgv.includes(youngSpace)) {
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...arguments_])
} else {
  const { ensureBuilt } = await import('../scripts/build.mjs')
  await ensureBuilt(process.argv[2])
  const { main } = await import('../dist/gongkai.mjs')
  await main(process.argv.slice(2))
}
