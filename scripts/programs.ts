import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAside } from './buildAside.ts'
import { ROOT } from './settings.ts'

/** Our two programs, by the file that runs. */
export const API = 'dist/api.mjs'
export const WORKER = 'dist/worker.mjs'

/** How node runs one of them: what goes wrong is told by the lines of the sources. */
export const runs = (file: string) => ['--enable-source-maps', file]

const BUILT = join(ROOT, 'dist')
/** The workflows, bundled for the sandbox in which a worker runs them. */
export const WORKFLOWS = join(BUILT, 'workflows.js')
/** What they are made of. */
const SOURCES = ['activities', 'api', 'db', 'rules', 'workflows', 'worker.ts', 'package-lock.json']

/**
 * Builds the API, the thread that makes its workbooks, the worker and its workflows where they are not of the sources as
 * they are: one file each, which starts in a third of the time that two thousand modules need. Packages stay packages.
 */
export async function buildPrograms(): Promise<void> {
  await buildAside(BUILT, SOURCES, async (aside) => {
    // Both take a while to load, and mostly there is nothing to build.
    const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
    const { build } = await import('esbuild')
    await mkdir(aside, { recursive: true })
    const bundled = bundleWorkflowCode({
      workflowsPath: join(ROOT, 'workflows/index.ts'),
      logger: new DefaultLogger('WARN'),
    })
    await build({
      absWorkingDir: ROOT,
      entryPoints: { api: 'api/server.ts', worker: 'worker.ts', workbook: 'api/export/workbookThread.ts' },
      outdir: aside,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      logLevel: 'silent',
    })
    await writeFile(join(aside, 'workflows.js'), (await bundled).code)
  })
}
