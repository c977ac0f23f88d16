import { expect, it } from 'vitest'
import { roles } from '../roles.ts'
import { policies } from './index.ts'
import { readings } from './readings.ts'

it('each choice of each setting reads as words in both languages, and no default lies outside its choices', () => {
  const settings = policies.flatMap(({ id, parameters }) =>
    Object.entries(parameters).flatMap(([key, { choices = [], value }]) => ({ name: `${id} ${key}`, choices, value })),
  )
  const silent = settings.flatMap(({ name, choices }) =>
    choices
      .filter((choice) => !(choice in roles) && !(readings[choice]?.zh && readings[choice].en))
      .map((one) => `${name} ${one}`),
  )
  expect(silent).toEqual([])
  const astray = settings.filter(
    ({ choices, value }) =>
      choices.length > 0 && value !== null && ![value].flat().every((one) => choices.includes(one as string)),
  )
  expect(astray).toEqual([])
  expect(settings.filter(({ choices }) => choices.length > 0).length).toBeGreaterThan(20)
})
