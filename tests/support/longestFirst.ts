import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by far; last in line it would run alone. */
const LONG = ['roleDays', 'chaos', 'everyPage', 'start', 'assessment', 'callTaker', 'roleMatrix', 'guests', 'tour']

const rank = ({ moduleId }: TestSpecification): number => {
  const found = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
  return found < 0 ? LONG.length : found
}

/** Begins with the long files, so that none of them is waited for at the end; the others as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
