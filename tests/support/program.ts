import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterAll } from 'vitest'
import { runs } from '../../scripts/programs.ts'
import { ROOT } from '../../scripts/settings.ts'

/** One of our programs as a process that a test may kill at any moment and start again. */
export interface Program {
  start(): Promise<void>
  /** `kill -9`: no handler runs, nothing is flushed. */
  kill(): Promise<void>
}

/** The built worker or API with this environment; not running yet, ended with the test file. */
export function program(file: string, env: Record<string, string>): Program {
  let child: ChildProcess | undefined
  const kill = async () => {
    const dying = child
    child = undefined
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return
    const gone = once(dying, 'exit')
    dying.kill('SIGKILL')
    await gone
  }
  afterAll(kill)
  return {
    kill,
    async start() {
      const fresh = spawn(process.execPath, runs(file), {
        cwd: ROOT,
        env: { ...process.env, ...env, SHOUYUE_LOG_LEVEL: 'error', NODE_ENV: 'test' },
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      child = fresh
      let said = ''
      fresh.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
      await Promise.race([
        once(fresh, 'message'),
        once(fresh, 'exit').then(([code, signal]) => {
          if (child === fresh)
            throw new Error(`${file} ended (${String(code ?? signal)}) before it was ready:\n${said}`)
        }),
      ])
    },
  }
}
