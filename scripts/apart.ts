import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './ports.ts'
import { ROOT } from './settings.ts'

/** The whole product on data of its own, which goes when it is stopped. */
export async function startApart(): Promise<{ origin: string; databaseUrl: string; stop: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'shouyue-screens-'))
  const [port, postgres, temporal] = await Promise.all([freePort(), freePort(), freePort()])
  const child = spawn(process.execPath, [join(ROOT, 'scripts/bootstrap.mjs'), join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env: {
      ...process.env,
      SHOUYUE_DATA: data,
      PORT: String(port),
      SHOUYUE_POSTGRES_PORT: String(postgres),
      SHOUYUE_TEMPORAL_PORT: String(temporal),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const running = join(data, 'running.json')
  while (!existsSync(running)) {
    if (child.exitCode !== null) throw new Error('the system did not start')
    await sleep(200)
  }
  const { databaseUrl } = JSON.parse(readFileSync(running, 'utf8')) as { databaseUrl: string }
  return {
    origin: `http://127.0.0.1:${port}`,
    databaseUrl,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}
