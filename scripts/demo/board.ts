import Table from 'cli-table3'
import { stdout } from 'node:process'
import type { Actor } from './actor.ts'

/** A case on the board, under a title of its own. */
interface Watched {
  title: string
  caseId: string
}

interface Promise_ {
  label: { zh: string; en: string }
  clause: string
  dueKind: string
  dueAt: string | null
  work: string
  verdict: string
  lateByMs: number | null
}
interface CaseFile {
  obligations: Promise_[]
  steps: {
    obligationId: string
    step: string
    state: string
    firedAt: string
    audience: string
    recipientIds: string[]
  }[]
  entries: { kind: string; amountFen: number; clause: string }[]
}

const REFRESH_MS = 500
/** No lines between the rows: the board has to fit a small terminal. */
const NO_RULES = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }
const verdicts: Record<string, string> = {
  pending: '进行中 running',
  onTime: '按时 on time',
  late: '逾期 LATE',
  excused: '免责 excused',
  void: '不计 void',
}
const audiences: Record<string, string> = {
  bearer: '提醒本人 reminder',
  superior: '上级 superior',
  deputyGm: '副总经理 deputy GM',
  gm: '总经理 GM',
}

/** The live table of a demo: every clock with its countdown, read from the API twice a second; below it what happened. */
export function openBoard(viewer: Actor, clock: () => number = Date.now) {
  const watched: Watched[] = []
  const story: string[] = []
  const seen = new Set<string>()
  const live = stdout.isTTY === true
  let over = false

  const tell = (line: string) => {
    const time = new Date(clock()).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
    story.push(`${time}  ${line}`)
    if (!live) console.log(story.at(-1))
  }

  async function refresh(): Promise<void> {
    const table = new Table({
      head: ['事项 case', '承诺 promise', '条款 clause', '到期 due', '状态 state'],
      chars: NO_RULES,
    })
    for (const { title, caseId } of watched) {
      const file = (await viewer.get(`/api/cases/${caseId}`)) as CaseFile
      for (const step of file.steps.filter((one) => one.state === 'fired'))
        once(
          `${caseId}:${step.step}:${step.firedAt}`,
          `⏰ ${title}：${audiences[step.audience]}（${step.recipientIds.length} 人 told）`,
        )
      file.entries.forEach((entry, i) =>
        once(`${caseId}:entry${i}`, `💰 ${title}：${entry.kind} ¥${entry.amountFen / 100}（${entry.clause}）`),
      )
      for (const [cells, times] of counted(file.obligations.filter(isShown).map(cellsOf)))
        table.push([title, times > 1 ? `${cells[0]} ×${times}` : cells[0]!, ...cells.slice(1)])
    }
    if (live) stdout.write(`\x1b[2J\x1b[H${table.toString()}\n\n${story.slice(-12).join('\n')}\n`)
  }

  function once(key: string, line: string) {
    if (seen.has(key)) return
    seen.add(key)
    tell(line)
  }

  const cellsOf = (row: Promise_) => [`${row.label.zh} ${row.label.en}`, row.clause, countdown(row), stateOf(row)]

  function countdown({ dueAt, work }: Promise_): string {
    if (work !== 'open' || dueAt === null) return ''
    const seconds = Math.round((Date.parse(dueAt) - clock()) / 1_000)
    return seconds >= 0 ? `还有 ${seconds} s` : `已过 ${-seconds} s`
  }

  const running = (async () => {
    while (!over) {
      await refresh()
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS))
    }
  })()

  return {
    tell,
    watch: (title: string, caseId: string) => void watched.push({ title, caseId }),
    async close() {
      over = true
      await running
      await refresh()
    },
  }
}

export type Board = ReturnType<typeof openBoard>

/** Promises with a clock: those that run, and of those that are settled the ones that could be late. */
function isShown({ dueAt, dueKind, work }: Promise_): boolean {
  return dueAt !== null && (dueKind === 'by' || (dueKind === 'prompt' && work === 'open'))
}

/** Rows that read alike as one, with how many there are. */
function counted(rows: readonly string[][]): [string[], number][] {
  const groups = new Map<string, [string[], number]>()
  for (const cells of rows) groups.set(cells.join('|'), [cells, (groups.get(cells.join('|'))?.[1] ?? 0) + 1])
  return [...groups.values()]
}

function stateOf({ work, verdict, lateByMs }: Promise_): string {
  const done = work === 'open' ? '' : work === 'done' ? '✓ ' : '∅ '
  const by = lateByMs === null ? '' : ` (+${Math.round(lateByMs / 1_000)} s)`
  return `${done}${verdicts[verdict] ?? verdict}${by}`
}
