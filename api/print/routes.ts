import { z } from 'zod'
import { companyName } from '../../db/setting/company.ts'
import { formsOf, type PaperForm, type PaperKind, paperForms } from '../../rules/print/forms.ts'
import { refuse } from '../../rules/problem.ts'
import { kindOf } from '../case/shapes.ts'
import { route } from '../http/route.ts'
import { pdfOf } from '../pdf/document.ts'
import { accidentBulletin, accidentReflection } from './accident.ts'
import { annex1 } from './call.ts'
import type { ReadPaper } from './form.ts'
import { incidentReport } from './incident.ts'
import { paperOf } from './paper.ts'
import { responsibilityForm, serviceNotice } from './serviceTask.ts'
import { changeApplication, handoverConfirmation } from './staffChange.ts'

/** How each form is read. A form without a line here does not compile. */
const readers: { [K in PaperKind]: { [F in keyof (typeof paperForms)[K]]: ReadPaper } } = {
  serviceTask: { notice: serviceNotice, responsibility: responsibilityForm },
  call: { annex1 },
  incident: { report: incidentReport },
  staffChange: { application: changeApplication, confirmation: handoverConfirmation },
  accident: { bulletin: accidentBulletin, reflection: accidentReflection },
}

const print = route({
  method: 'get',
  path: '/api/cases/:id/print/:form',
  action: 'case.print',
  summary: { zh: '事项表单的打印版（PDF）', en: 'A form of a case as it would look on paper (PDF)' },
  params: z.object({ id: z.string().max(80), form: z.string().max(40) }),
  response: 'file',
  handle: async ({ db, caller, now, params: { id, form } }) => {
    const kind = kindOf(id)
    const declared: PaperForm | undefined = formsOf(kind)[form]
    const read = (readers as Record<string, Record<string, ReadPaper>>)[kind]?.[form]
    if (!declared || !read) return refuse('print.noForm', { field: 'form' })
    const { clause = declared.clause, ...paper } = await read({ db, caseId: id, caller, now })
    const head = { title: declared.title, company: await companyName(db), clause: clause ?? null, caseId: id }
    const bytes = await pdfOf(paperOf({ ...paper, ...head }))
    return { bytes, mediaType: 'application/pdf', name: `${declared.title.zh}-${id.slice(-12)}.pdf` }
  },
})

export const printRoutes = [print]
