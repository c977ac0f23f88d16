// The first thing every npm script runs. Plain node and no dependencies, because right after a clone nothing is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = [20, 19]
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [script, ...args] = process.argv.slice(2)

const stop = (line) => {
  console.error(line)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1]))
  stop(
    `✗ 需要 Node.js ${NEEDED.join('.')} 或更新版本，当前 ${process.versions.node} · Node.js ${NEEDED.join('.')} or newer is needed`,
  )
if (!script) stop('usage: node scripts/bootstrap.mjs scripts/<name>.ts [args]')

const readLock = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined)

/** Compares contents, not times: a copied or restored tree has all its files of one age. */
const installed = () => {
  const wanted = readLock(resolve(root, 'package-lock.json'))
  const present = readLock(resolve(root, 'node_modules/.package-lock.json'))
  if (!present) return false
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version,
  )
}

if (!installed()) {
  console.log('… 正在安装依赖（npm ci），约一分钟 · installing packages, about a minute')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) stop('✗ npm ci 失败，原因见上 · npm ci failed, see above')
}

// The script runs in this very process: a Ctrl-C, a SIGTERM and the exit code need no forwarding.
const { register } = await import('tsx/esm/api')
register()
const path = resolve(script)
process.argv = [process.argv[0], path, ...args]
await import(pathToFileURL(path).href)
