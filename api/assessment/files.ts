import type { MakeFiles } from '../../db/assessment/steps.ts'
import { sheetPdf } from './pdf.ts'
import { payrollCsv } from './text.ts'
import { XLSX } from '../../rules/attachment/mediaType.ts'
import { sheetXlsx } from './xlsx.ts'

/** The files of a sheet as finance is given them. Their names say month and kind, nobody's name. */
export const makeFiles: MakeFiles = async (sheet, signed) => {
  const name = `assessment-${sheet.month}-${sheet.scope}`
  return [
    { format: 'xlsx', mediaType: XLSX, name: `${name}.xlsx`, bytes: await sheetXlsx(sheet, signed.company) },
    { format: 'pdf', mediaType: 'application/pdf', name: `${name}.pdf`, bytes: await sheetPdf(sheet, signed) },
    { format: 'csv', mediaType: 'text/csv; charset=utf-8', name: `${name}.csv`, bytes: payrollCsv(sheet) },
  ]
}
