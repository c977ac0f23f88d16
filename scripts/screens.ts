import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openDb } from '../db/client.ts'
import type { Language } from '../rules/text.ts'
import { PASSWORD } from '../tests/support/workplace.ts'
import { startApart } from './apart.ts'
import { openBrowser } from './browser.ts'
import { furnish, type Pictures } from './screens/furnish.ts'
import { command, step } from './say.ts'
import { ROOT } from './settings.ts'

const FOLDER = join(ROOT, 'docs/screens')
/** The pictures that were asked for by name; none: all. */
const only = process.argv.slice(2)
const DESK = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

async function open(browser: Browser, origin: string, phone: boolean, language: Language): Promise<Page> {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const context = await browser.newContext({
    ...(phone ? PHONE : DESK),
    baseURL: origin,
    locale,
    reducedMotion: 'reduce',
  })
  await context.addInitScript(`localStorage.setItem('shouyue.language', '${language}')`)
  return context.newPage()
}

async function shoot(page: Page, name: string): Promise<void> {
  while ((await page.locator('.wait .turn').count()) > 0) await sleep(50)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' })
}

const wanted = (name: string) => only.length === 0 || only.includes(name)

/** Every page as one person sees it, in one language, on one kind of screen. */
async function shootAll(
  browser: Browser,
  origin: string,
  { as, pages }: Pictures[number],
  phone: boolean,
  language: Language,
) {
  const suffix = `${language}${phone ? '.phone' : ''}`
  const page = await open(browser, origin, phone, language)
  if (as) {
    await page.goto('/')
    await page.locator('input[name=username]').fill(as)
    await page.locator('input[name=password]').fill(PASSWORD)
    if (as === 'deputy' && wanted('sign-in')) await shoot(page, `sign-in.${suffix}`)
    await page.keyboard.press('Enter')
    await page.locator('#page h1').waitFor()
  }
  for (const [name, path] of Object.entries(pages).filter(([name]) => wanted(name))) {
    await page.goto(path)
    await page.locator('main h1').waitFor()
    await page.waitForLoadState('networkidle', { timeout: 1_500 }).catch(() => {})
    await shoot(page, `${name}.${suffix}`)
  }
  await page.context().close()
}

/**
 * `npm run web:screens`: pictures of every page under docs/screens, taken of the running product with a small department in it;
 * `npm run web:screens -- people audit`: of these only.
 */
await command(async () => {
  if (only.length === 0) rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const system = await step('系统', 'system', startApart)
  const browser = await openBrowser()
  try {
    const db = openDb(system.databaseUrl)
    const pictures = await step('样例', 'a department', () => furnish(db, system.origin))
    await db.$client.end()
    for (const [phone, language] of [
      [false, 'zh'],
      [true, 'zh'],
      [false, 'en'],
    ] as const)
      await step(`截图 ${language}`, phone ? 'phone' : 'desk', async () => {
        for (const some of pictures) await shootAll(browser, system.origin, some, phone, language)
      })
  } finally {
    await browser.close()
    await system.stop()
  }
})
