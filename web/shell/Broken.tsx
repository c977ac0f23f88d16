import { Component, type ReactNode } from 'react'
import { MINUTE } from '../../rules/instant.ts'
import { isGone } from '../parts/gone.ts'
import { Failed } from '../parts/Shown.tsx'

const READ_AGAIN = 'shouyue.readAgain'

/**
 * A page that breaks says so and leaves the rest standing. Where its code is gone because the house was renewed while the
 * page was open, it is read again by itself, once; what was typed is a draft on the device.
 */
export class Broken extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    const last = Number(sessionStorage.getItem(READ_AGAIN))
    if (!isGone(error) || !navigator.onLine || Date.now() - last < MINUTE) return
    sessionStorage.setItem(READ_AGAIN, String(Date.now()))
    location.reload()
  }

  override render() {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <Failed error={error} again={() => location.reload()} />
  }
}
