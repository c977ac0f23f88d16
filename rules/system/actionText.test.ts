import { expect, it } from 'vitest'
import { permissions } from '../permissions.ts'
import { actionText } from './actionText.ts'

it('every action of the log reads as words in both languages, and so does every noun', () => {
  const actions = [...Object.keys(permissions), 'session.begin', 'calendar.import', 'assessment.file']
  const names = [...new Set(actions.flatMap((action) => [action, action.split('.')[0]!]))]
  expect(names.filter((name) => !actionText(name)?.zh || !actionText(name)?.en)).toEqual([])
})
