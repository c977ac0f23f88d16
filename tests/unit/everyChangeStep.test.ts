import { expect, it } from 'vitest'
import { staffChangeSteps } from '../../api/staffChange/steps.ts'

// By a name that the compiler doesn't follow: behind it are pages, which are compiled for browsers and not for this side.
const declared: string = '../../web/staffChanges/steps/index.ts'
const { changeSteps } = (await import(declared)) as { changeSteps: readonly { operation: string }[] }

it('every step of a staff change can be taken in the pages', () => {
  const routes = staffChangeSteps.map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`)
  const offered = new Set(changeSteps.map(({ operation }) => operation))
  expect(routes.filter((route) => !offered.has(route))).toEqual([])
  expect([...offered].filter((operation) => !routes.includes(operation))).toEqual([])
})
