import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from 'node:net'

/** Can this process listen on 127.0.0.1:`port`? */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** A TCP port on 127.0.0.1 that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Waits until something accepts connections at `host:port`. @returns false after `timeoutMs` milliseconds without. */
export async function portAnswers(host: string, port: number, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs
  const attempt = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 1_000 })
      const settle = (ok: boolean) => {
        socket.destroy()
        resolve(ok)
      }
      socket.once('connect', () => settle(true))
      socket.once('error', () => settle(false))
      socket.once('timeout', () => settle(false))
    })
  for (;;) {
    if (await attempt()) return true
    if (performance.now() > end) return false
    await sleep(50)
  }
}
