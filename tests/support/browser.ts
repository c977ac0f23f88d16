import axe, { type AxeResults } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { openBrowser } from '../../scripts/browser.ts'
import type { Language } from '../../rules/text.ts'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 800 } }

/** A browser for one test file; `page` opens a page of its own, with an empty memory, that notes what goes wrong in it. */
export async function testBrowser(origin: string) {
  const browser = await openBrowser()
  afterAll(() => browser.close())
  const wrongs: string[] = []

  async function page({ phone = false, language = 'zh' as Language } = {}): Promise<Page> {
    const context = await browser.newContext({
      ...(phone ? PHONE : DESK),
      baseURL: origin,
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(10_000)
    // In words, since this side of the wall knows nothing of windows.
    await context.addInitScript(
      `localStorage.getItem('shouyue.language') ?? localStorage.setItem('shouyue.language', '${language}')`,
    )
    const opened = await context.newPage()
    opened.on('pageerror', (error) => wrongs.push(String(error)))
    opened.on('console', (message) => {
      const text = message.text()
      // The browser itself writes a line for each answer of 4xx; those are what some tests are about.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) wrongs.push(text)
    })
    return opened
  }
  return { page, wrongs }
}

/** Fills in the first page and hands it in; `enter` also waits until the door is open. */
export async function signIn(
  page: Page,
  username: string,
  password: string,
  words = { name: '用户名', word: '密码', go: '登录' },
) {
  await page.goto('/')
  await page.getByLabel(words.name).fill(username)
  await page.getByLabel(words.word).fill(password)
  await page.getByRole('button', { name: words.go, exact: true }).click()
}

/**
 * Goes to another page as a link of the menu does, without loading everything anew. Answers when its title stands: one
 * that the page before did not show.
 */
export async function walkTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `document.querySelector('#page h1')?.setAttribute('data-before', ''); history.pushState(null, '', '${path}')`,
  )
  await page.locator('#page h1:not([data-before])').waitFor()
}

/** No violation of the rules of accessibility that can be checked by a program. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Evaluated, not added as a script: the page's policy forbids scripts from elsewhere, as it should.
  // A colour on its way to another is not what people read.
  await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 9e9).map((one) => one.finished))',
  )
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  const found = violations.map(({ id, nodes }) => {
    const where = nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`)
    return `${id}: ${where.join(' | ')}`
  })
  expect(found, what).toEqual([])
}

export async function enter(...given: Parameters<typeof signIn>): Promise<void> {
  await signIn(...given)
  await given[0].locator('#page h1').waitFor()
}
