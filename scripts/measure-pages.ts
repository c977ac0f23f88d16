import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startApart } from './apart.ts'
import { openBrowser } from './browser.ts'
import { BUILT, buildPages } from './pages.ts'
import { command, step } from './say.ts'

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}

/** The scripts that a chunk needs before it runs: itself and what it imports, however far. */
function needed(manifest: Record<string, Chunk>, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name]!
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const imported of chunk.imports ?? []) needed(manifest, imported, found)
  return found
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file)), { level: 9 }).length, 0) / 1_000

function reportSizes(): void {
  const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!
  const first = needed(manifest, entry)
  console.log(
    `首页脚本 · script of the first page: ${kilobytes(first).toFixed(1)} kB gz (${first.size} files), limit 250`,
  )
  for (const name of [
    'shell/Shell.tsx',
    'workplace/Workplace.tsx',
    'calls/Board.tsx',
    'calls/TakeCall.tsx',
    'cases/CasePage.tsx',
    'rulebook/Rulebook.tsx',
  ]) {
    const chunk = Object.keys(manifest).find((one) => one.endsWith(name))
    if (!chunk) continue
    const more = [...needed(manifest, chunk)].filter((file) => !first.has(file))
    console.log(`  + ${name}: ${kilobytes(more).toFixed(1)} kB gz`)
  }
}

/** How long until the first page can be typed into, on a processor a quarter as fast; the middle of five tries, in ms. */
async function interactiveMs(origin: string): Promise<number> {
  const browser = await openBrowser()
  const tries: number[] = []
  for (let i = 0; i < 5; i++) {
    const page = await browser.newPage({ baseURL: origin })
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const began = performance.now()
    await page.goto('/', { waitUntil: 'commit' })
    await page.locator('input[type=password]').fill('x')
    tries.push(performance.now() - began)
    await page.close()
  }
  await browser.close()
  return tries.sort((a, b) => a - b)[2]!
}

/** `npm run web:measure`: sizes of the scripts, and how long the first page of the running product takes. */
await command(async () => {
  await buildPages()
  reportSizes()
  const { origin, stop } = await step('系统', 'system', startApart)
  const ms = await interactiveMs(origin).finally(stop)
  console.log(`可操作 · interactive with the processor four times slower: ${Math.round(ms)} ms, limit 2000`)
})
