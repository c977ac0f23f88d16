import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Stop } from './say.ts'
import { ROOT } from './settings.ts'

const WEB = join(ROOT, 'web')
/** Where the API finds the pages. */
export const BUILT = join(WEB, 'dist')
/** Says of which sources the build is. */
const MARK = '.sources'
/** What the pages are made of. */
const SOURCES = ['web', 'rules', 'package-lock.json']

/** Every file below, without what was built and what is only tried. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('dist') && !name.endsWith('.test.ts'))
      .map(async (entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)])),
  )
  return found.flat()
}

/** A hash of the contents of all sources: copied and restored trees have meaningless times. */
async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const files = source.endsWith('.json') ? [path] : (await filesIn(path)).sort()
    for (const file of files)
      hash
        .update(relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Whether what stands there was built of the sources as they are. */
export async function pagesAreFresh(): Promise<boolean> {
  const mark = join(BUILT, MARK)
  return existsSync(mark) && readFileSync(mark, 'utf8') === (await hashOfSources())
}

/**
 * Builds the pages where they are not of the sources as they are. Built aside and put in place at once, so that two at a
 * time, or one that is ended, leave whole pages. @throws Stop with what the build said
 */
export async function buildPages(): Promise<void> {
  if (await pagesAreFresh()) return
  const hash = await hashOfSources()
  const aside = join(WEB, `dist-${process.pid}`)
  try {
    await vite(aside)
    await pack(join(aside, 'assets'))
    await writeFile(join(aside, MARK), hash)
    const old = join(WEB, `dist-old-${process.pid}`)
    await mkdir(BUILT, { recursive: true })
    await rename(BUILT, old)
    await rename(aside, BUILT)
    await rm(old, { recursive: true })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

function vite(outDir: string): Promise<void> {
  const args = ['build', '--config', join(WEB, 'vite.config.ts'), '--outDir', outDir, '--logLevel', 'warn']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Vitest sets it to `test`, and React would be built for trying things out.
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Stop(`页面构建失败\n${output}`, 'the pages could not be built')),
    )
  })
}

/** A packed twin beside each script and style, so that serving takes no time. */
async function pack(folder: string): Promise<void> {
  const squeeze = { brotli: promisify(brotliCompress), gzip: promisify(gzip) }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  for (const name of await readdir(folder)) {
    if (!/\.(js|css)$/.test(name)) continue
    const bytes = await readFile(join(folder, name))
    const [br, gz] = await Promise.all([squeeze.brotli(bytes, quality), squeeze.gzip(bytes, { level: 9 })])
    await Promise.all([writeFile(join(folder, `${name}.br`), br), writeFile(join(folder, `${name}.gz`), gz)])
  }
}
