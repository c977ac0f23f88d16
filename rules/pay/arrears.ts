import { yuan } from '../notification/template.ts'
import { payTotal, type PayLine } from './statement.ts'

/** What varies with the past; a bonus enters its own differences when it is ranked anew. */
const KINDS = ['base', 'travel', 'phone'] as const

/**
 * What a closed month's pay still lacks or has too much, by kind: as it comes out now, less what its sheet holds, less
 * what later sheets have put right already. A closed month isn't reopened, so the difference goes on the next sheet.
 * Amounts in fen; what was blank counts nothing, and so does what still is.
 */
export function arrears(
  month: string,
  { now, held, carried }: { now: readonly PayLine[]; held: readonly PayLine[]; carried: readonly PayLine[] },
): PayLine[] {
  return KINDS.flatMap((kind): PayLine[] => {
    const [due, listed] = [now, [...held, ...carried]].map((lines) => lines.filter((line) => line.kind === kind)) as [
      PayLine[],
      PayLine[],
    ]
    const [is, was] = [payTotal(due), payTotal(listed)]
    if (is === was) return []
    const { clause } = [...due, ...listed][0]!
    const because = {
      zh: `更正已结月份 ${month}：应为 ${yuan(is)}，已列 ${yuan(was)}`,
      en: `${month}, a closed month, put right: ${yuan(is)} is due, ${yuan(was)} was listed`,
    }
    return [{ kind, clause, because, amountFen: is - was, of: month }]
  })
}
