import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What has to be there without a network: the door, and the engineer's pages at a site. */
const NEEDED = [
  '/main.tsx',
  '/shell/Shell.tsx',
  '/shell/SignInAgain.tsx',
  '/workplace/Workplace.tsx',
  '/offline/kept.ts',
  '/offline/store.ts',
  '/serviceTasks/site/Site.tsx',
  '/serviceTasks/site/SiteTask.tsx',
]

/** Tells the service worker which files of the build to keep: those pages with all that they import. */
export function precache(): Plugin {
  return {
    name: 'precache',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Rolldown.OutputChunk => one.type === 'chunk')
      const files = new Set<string>(['icon.svg'])
      const take = (chunk: Rolldown.OutputChunk | undefined) => {
        if (!chunk || files.has(chunk.fileName)) return
        files.add(chunk.fileName)
        chunk.viteMetadata?.importedCss.forEach((name) => files.add(name))
        for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name))
      }
      for (const path of NEEDED) {
        const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/web${path}`)))
        if (!chunk) throw new Error(`no chunk holds ${path}`)
        take(chunk)
      }
      const list = [...files].sort().map((name) => `/${name}`)
      const path = join(dir!, 'sw.js')
      const code = await readFile(path, 'utf8')
      const hash = createHash('sha256').update(list.join()).digest('hex').slice(0, 12)
      await writeFile(path, code.replace('__BUILD__', `pages-${hash}`).replace('__FILES__', list.join(' ')))
    },
  }
}
