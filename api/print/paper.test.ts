import { expect, it } from 'vitest'
import { paperForms } from '../../rules/print/forms.ts'
import { paperOf } from './paper.ts'

const { title } = paperForms.serviceTask.notice
const head = (company: string | null) => {
  const paper = { title, company, clause: null, caseId: 'serviceTask-1', sections: [], boxes: [] }
  const [first] = paperOf(paper).content as { text?: string }[]
  return first!.text
}

it('a form begins with whose it is, as on paper, and with its title where nobody has said', () => {
  expect(head('某供电设备公司')).toBe('某供电设备公司')
  expect(head(null)).toBe(title.zh)
})
