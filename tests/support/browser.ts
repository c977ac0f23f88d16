import axe, { type AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Cookie, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { openBrowser } from '../../scripts/browser.ts'
import type { Language } from '../../rules/text.ts'
import { PASSWORD } from './api.ts'

export const PHONE_SIZE = { width: 390, height: 844 }
export const DESK_SIZE = { width: 1280, height: 800 }
const PHONE: BrowserContextOptions = { viewport: PHONE_SIZE, isMobile: true, hasTouch: true }
const DESK: BrowserContextOptions = { viewport: DESK_SIZE }

/** The two screens on which everybody's day has to work. */
export const screens = [
  { on: 'at a desk', phone: false },
  { on: 'on a phone', phone: true },
] as const

/** Test files share their process one after the other, and a process one browser; it ends with the process. */
const shared = globalThis as { shouyueBrowser?: Promise<Browser> }

/** The browser, for one test file; what goes wrong in its pages is noted in `wrongs`. */
export async function testBrowser(origin: string) {
  const browser = await (shared.shouyueBrowser ??= openBrowser())
  const opened: Page[] = []
  afterAll(() => Promise.all(opened.map((page) => page.context().close())))
  const wrongs: string[] = []

  /** A page of its own, with an empty memory. Costs a process of the browser: where people may share a screen, see `as`. */
  async function page({ phone = false, language = 'zh' as Language } = {}): Promise<Page> {
    const context = await browser.newContext({
      ...(phone ? PHONE : DESK),
      baseURL: origin,
      timezoneId: 'America/New_York',
      reducedMotion: 'reduce',
    })
    // Long, since a machine may have much else to do; whoever finds what they wait for is not kept.
    context.setDefaultTimeout(20_000)
    // In words, since this side of the wall knows nothing of windows.
    await context.addInitScript(
      `localStorage.getItem('shouyue.language') ?? localStorage.setItem('shouyue.language', '${language}')`,
    )
    const made = await context.newPage()
    opened.push(made)
    made.on('pageerror', (error) => wrongs.push(String(error)))
    made.on('console', (message) => {
      const text = message.text()
      // The browser itself writes a line for each answer of 4xx; those are what some tests are about.
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) wrongs.push(text)
    })
    return made
  }

  const seats = new Map<boolean, { page: Page; sits?: string }>()
  const sessions = new Map<string, Cookie[]>()

  /**
   * The file's desk, or its phone, with this person signed in at `path`: whoever sat there before has left. The form for
   * signing in is for tests that are about it.
   */
  async function as(username: string, phone = false, path = '/'): Promise<Page> {
    const seat = seats.get(phone) ?? { page: await page({ phone }) }
    seats.set(phone, seat)
    const context = seat.page.context()
    if (seat.sits !== username) {
      await context.clearCookies()
      const session = sessions.get(username)
      if (session) await context.addCookies(session)
      else {
        const answer = await context.request.post('/api/session', { data: { username, password: PASSWORD } })
        expect(answer.status(), `${username} signs in`).toBe(201)
        sessions.set(username, await context.cookies())
      }
      seat.sits = username
    }
    await seat.page.goto(path)
    await seat.page.locator('#page h1').waitFor()
    return seat.page
  }
  return { page, as, wrongs }
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

/** Nothing else is loaded for them: the one rule that would use it is about films, which it finds by itself. */
const AXE = '{ resultTypes: ["violations"], preload: false }'

/** No violation of the rules of accessibility that can be checked by a program. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Evaluated, not added as a script: the page's policy forbids scripts from elsewhere, as it should.
  // A colour on its way to another is not what people read.
  const hasAxe = await page.evaluate(
    'Promise.allSettled(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < 9e9).map((one) => one.finished)).then(() => "axe" in window)',
  )
  if (!hasAxe) await page.evaluate(axe.source)
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${AXE}).then(({ violations }) => violations)`,
  )
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
