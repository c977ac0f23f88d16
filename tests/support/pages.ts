import { buildPages } from '../../scripts/pages.ts'
import { unpackBrowser } from '../../scripts/browser.ts'

/** Before the browser tests: the pages as the sources have them, and a browser. */
export async function setup(): Promise<void> {
  await Promise.all([buildPages(), unpackBrowser()])
}
