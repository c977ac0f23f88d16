/** What went wrong, in one line for the person at the terminal: printed without a stack. */
export class Stop extends Error {
  /** @param zh the line in Chinese @param en the same in English */
  constructor(zh: string, en: string) {
    super(`${zh} · ${en}`)
  }
}

/** Prints one bilingual line: Chinese first, English beside. */
export function say(zh: string, en: string): void {
  console.log(`${zh} · ${en}`)
}

/** Runs one step and prints it with its duration in seconds; a failure is printed as such and thrown on. */
export async function step<T>(zh: string, en: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
  try {
    const result = await work()
    console.log(`✓ ${zh} · ${en}  ${seconds()}`)
    return result
  } catch (error) {
    console.log(`✗ ${zh} · ${en}  ${seconds()}`)
    throw error
  }
}

/** The outermost frame of a command: a `Stop` ends it with one line, any other error with its stack; both with exit code 1. */
export async function command(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Stop ? `✗ ${error.message}` : error)
    process.exitCode = 1
  }
}
