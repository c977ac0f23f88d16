import { describe, expect, it } from 'vitest'
import { isGone } from './gone.ts'

describe('a part of the pages that cannot be had', () => {
  it.each([
    new TypeError('Failed to fetch dynamically imported module: http://house/assets/People-1.js'),
    new TypeError('error loading dynamically imported module: http://house/assets/People-1.js'),
    new TypeError('Importing a module script failed.'),
    new Error('Unable to preload CSS for /assets/admin-1.css'),
  ])('is known by what the browser says: %s', (error) => expect(isGone(error)).toBe(true))

  it.each([new TypeError('x is undefined'), new Error('a bug'), 'dynamically imported module'])(
    'is not any other failure: %s',
    (error) => expect(isGone(error)).toBe(false),
  )
})
