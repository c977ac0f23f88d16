import { expect, it } from 'vitest'
import { serviceTaskRoutes } from '../../api/serviceTask/routes.ts'

// By a name that the compiler doesn't follow: behind it are pages, which are compiled for browsers and not for this side.
const declared: string = '../../web/serviceTasks/steps/index.ts'
const { taskSteps } = (await import(declared)) as { taskSteps: readonly { operation: string }[] }

it('every step of a service task can be taken in the pages', () => {
  const routes = serviceTaskRoutes
    .filter(({ method, path }) => method === 'post' && path.includes(':id/'))
    .map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`)
  const offered = new Set(taskSteps.map(({ operation }) => operation))
  expect(routes.filter((route) => !offered.has(route))).toEqual([])
  expect([...offered].filter((operation) => !routes.includes(operation))).toEqual([])
})
