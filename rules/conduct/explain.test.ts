import { expect, it } from 'vitest'
import { clause } from '../clauses/index.ts'
import { conductSentences } from './explain.ts'

const tell = (rule: string, arithmetic = {}) => conductSentences[rule]!(arithmetic)

it('points name what was done, for how long where that was measured, and how many they are [S4-Q-p4a]', () => {
  const { zh, en } = clause('S4-Q-p4a')
  expect(tell('conduct', { item: 'S4-Q-p4a', points: 2, minutes: 25 })).toEqual({
    zh: `${zh}，共 25 分钟，记 2 分。`,
    en: `${en}, 25 minutes: 2 points.`,
  })
  expect(tell('conduct', { item: 'S4-Q-p4a', points: 2 })).toEqual({ zh: `${zh}，记 2 分。`, en: `${en}: 2 points.` })
  expect(tell('conduct', { item: 'gone', points: 1 })).toEqual({ zh: 'gone，记 1 分。', en: 'gone: 1 points.' })
})

it('points that were a mistake are taken back', () => {
  expect(tell('conductTakenBack')).toEqual({
    zh: '记分有误，予以冲回。',
    en: 'The points were entered by mistake and are taken back.',
  })
})
