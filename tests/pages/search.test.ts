import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { person } from '../../db/schema/person.ts'
import { expectAccessible, screens, testBrowser } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { CALLER, workplaceOf } from '../support/workplace.ts'

const { db, origin } = await testSystem()
const { people, missed } = await workplaceOf(db, origin)
const { as, wrongs } = await testBrowser(origin)
await missed(CALLER)
await db.update(person).set({ name: '曾小贤' }).where(eq(person.id, people.support))

it.each(screens)('finds by pinyin initials with the keyboard alone, and leads there, $on', async ({ phone }) => {
  const page = await as('deputy', phone)
  await page.keyboard.press('/')
  const box = page.getByRole('searchbox', { name: '查找' })
  await box.fill('zxx')
  await page.getByText('曾小贤').waitFor()
  await expectAccessible(page, 'the search')
  await box.fill('供电')
  const link = page.getByRole('region', { name: '查找结果' }).getByRole('link', { name: /来电/ })
  await link.waitFor()
  const here = () => page.evaluate<string>('document.activeElement.textContent')
  for (let n = 0; n < 10 && !(await here()).includes('来电'); n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/cases\/call-/)
  expect(await box.count()).toBe(0)
  await page.getByRole('button', { name: '查找' }).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => box.count()).toBe(0)
  expect(page.url()).not.toMatch(/zxx|%E4/)
  expect(wrongs).toEqual([])
})
