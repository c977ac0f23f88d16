import { expect, it } from 'vitest'
import { parseInstant } from '../time/local.ts'
import { linkLetter } from './letter.ts'

const until = parseInstant('2026-04-13T09:30:00+08:00')

it('a letter asks to confirm the appointment, with the link and how long it lasts, and nothing of the matter', () => {
  expect(linkLetter('appointment', 'https://x/l/1', until)).toEqual({
    title: { zh: '请确认服务时间', en: 'Please confirm the appointment' },
    body: {
      zh: [
        '您好：',
        '请打开以下链接，确认我们的服务时间，或改到您方便的时间：',
        'https://x/l/1',
        '',
        '链接有效至 2026-04-13 09:30:00（北京时间），只供您本人使用，请勿转发。',
      ].join('\n'),
      en: [
        'Hello,',
        'Please open this link to confirm when we come, or to choose a time that suits you better:',
        'https://x/l/1',
        '',
        'It is valid until 2026-04-13 09:30:00 (Beijing time) and meant for you alone; please do not pass it on.',
      ].join('\n'),
    },
  })
})

it('a letter asks to rate the service and to sign for it', () => {
  const { title, body } = linkLetter('rating', 'https://x/l/2', until)
  expect(title).toEqual({ zh: '请评价本次服务', en: 'Please rate our service' })
  expect(body.zh.split('\n').slice(1, 3)).toEqual(['请打开以下链接，为本次服务评分并签字：', 'https://x/l/2'])
  expect(body.en.split('\n').slice(1, 3)).toEqual([
    'Please open this link to rate our service and to sign for it:',
    'https://x/l/2',
  ])
})
