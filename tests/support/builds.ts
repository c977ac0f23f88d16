import { buildPages } from '../../scripts/pages.ts'
import { buildPrograms } from '../../scripts/programs.ts'
import { unpackBrowser } from '../../scripts/browser.ts'

/** Before the tests: the pages and the programs as the sources have them, and a browser. */
export async function setup(): Promise<void> {
  await Promise.all([buildPages(), buildPrograms(), unpackBrowser()])
}
