import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { buildAside } from './buildAside.ts'
import { Stop } from './say.ts'
import { ROOT } from './settings.ts'

const WEB = join(ROOT, 'web')
/** Where the API finds the pages. */
export const BUILT = join(WEB, 'dist')
/** What the pages are made of. */
const SOURCES = ['web', 'rules', 'package-lock.json']

/** Builds the pages where they are not of the sources as they are. @throws Stop with what the build said */
export async function buildPages(): Promise<void> {
  await buildAside(BUILT, SOURCES, async (aside) => {
    await vite(aside)
    await pack(join(aside, 'assets'))
  })
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
