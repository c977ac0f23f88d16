import { useSyncExternalStore } from 'react'
import type { Instant } from '../../rules/instant.ts'
import { SECOND } from '../../rules/instant.ts'

/**
 * The server's clock. A phone's may be minutes off, and a countdown decides about money: so the difference is measured,
 * by the answer that took least time on its way. It is taken as if that answer had come in no time, so our idea of the
 * server's clock is a little behind and never ahead: a moment noted here is never in the server's future.
 */
const KEPT = 'shouyue.clock'
let measured: number | undefined
let slowness = Infinity

/** Takes in what the server's clock said (epoch ms), in an answer that came `tookMs` after its question. */
export function hearClock(serverAt: Instant, tookMs: number): void {
  // What was measured once grows uncertain: clocks of devices drift and are set.
  if (tookMs > slowness) {
    slowness += 20
    return
  }
  slowness = tookMs
  measured = serverAt - Date.now()
  localStorage.setItem(KEPT, String(measured))
}

export function serverNow(): Instant {
  // A page that is opened where there is no network goes on with what was measured last.
  measured ??= Number(localStorage.getItem(KEPT)) || 0
  return Date.now() + measured
}

const ticking = new Set<() => void>()
let timer: number | undefined
let second = 0

function subscribe(tick: () => void): () => void {
  ticking.add(tick)
  if (timer === undefined) second = Math.floor(serverNow() / SECOND)
  timer ??= window.setInterval(() => {
    second = Math.floor(serverNow() / SECOND)
    ticking.forEach((one) => one())
  }, 250)
  return () => {
    ticking.delete(tick)
    if (ticking.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's time, anew each second. */
export function useServerNow(): Instant {
  return useSyncExternalStore(
    subscribe,
    () => (timer === undefined ? Math.floor(serverNow() / SECOND) : second) * SECOND,
  )
}
