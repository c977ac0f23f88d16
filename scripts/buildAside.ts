import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ROOT } from './settings.ts'

/** Says of which sources a build is. */
const MARK = '.sources'

/** A file, or every file below a folder, without what was built and what is only tried. */
async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const names = (await readdir(path)).filter((name) => !name.startsWith('dist') && !name.endsWith('.test.ts'))
  const found = await Promise.all(names.map((name) => filesIn(join(path, name))))
  return found.flat()
}

/** A hash of the contents of all sources: copied and restored trees have meaningless times. */
async function hashOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of (await filesIn(join(ROOT, source))).sort())
      hash
        .update(relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
  return hash.digest('hex')
}

/**
 * Builds into a folder where what stands there is not of the sources (files and folders below the root) as they are.
 * Built aside and put in place at once, so that two at a time, or one that is ended, leave a whole build.
 */
export async function buildAside(
  target: string,
  sources: readonly string[],
  build: (aside: string) => Promise<void>,
): Promise<void> {
  const hash = await hashOf(sources)
  const mark = join(target, MARK)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  const aside = `${target}-${process.pid}`
  try {
    await build(aside)
    await writeFile(join(aside, MARK), hash)
    const old = `${target}-old-${process.pid}`
    await mkdir(target, { recursive: true })
    await rename(target, old)
    await rename(aside, target)
    await rm(old, { recursive: true })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
