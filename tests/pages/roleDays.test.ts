import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { permissions } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import { screens, testBrowser } from '../support/browser.ts'
import { testSystem } from '../support/system.ts'
import { everyRole } from '../support/workplace.ts'
import { days, type Day } from './roles/days.ts'
import { roleHouse } from './roles/house.ts'

const { db, origin } = await testSystem()
const people = await everyRole(db)
const house = await roleHouse(db, people)
const { as, wrongs } = await testBrowser(origin)

const all = Object.entries(days) as [Role, (typeof days)[keyof typeof days]][]
const here = all.filter((entry): entry is [Role, Day] => typeof entry[1] === 'object' && 'path' in entry[1])
const elsewhere = all.flatMap(([, day]) => (Array.isArray(day) ? (day as string[]) : []))
const same = all.flatMap(([role, day]) => (typeof day === 'string' ? [[role, day] as const] : []))
const actionsOf = (role: Role) =>
  Object.entries<readonly Role[]>(permissions).flatMap(([action, roles]) => (roles.includes(role) ? [action] : []))

describe.each(screens)('everybody’s day $on', ({ phone }) => {
  const waiting = phone ? house.phone : house.desk
  it.each(here)('%s', async (role, { path, work }) => {
    const page = await as(role, phone, path(waiting))
    await work(page, waiting, phone)
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    expect(wrongs.splice(0)).toEqual([])
  })
})

it.each(same)('%s may do what %s may, whose day it shares', (role, other) => {
  expect(actionsOf(role)).toEqual(actionsOf(other))
})

it('names a file wherever a role has its day elsewhere', () => {
  for (const name of elsewhere) expect(existsSync(new URL(`./${name}.test.ts`, import.meta.url)), name).toBe(true)
})
