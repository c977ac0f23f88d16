import { XLSX } from '../../rules/attachment/mediaType.ts'

/** A spreadsheet on its way to the API. Browsers name a type by what is installed; the name of the file tells it better. */
export const tableOf = (file: File): File =>
  new File([file], file.name, { type: /\.(csv|txt)$/i.test(file.name) ? 'text/csv' : XLSX })
