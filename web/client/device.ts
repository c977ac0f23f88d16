import { uuid } from './uuid.ts'

const KEY = 'shouyue.device'

/** Names this device in what is signed on it: an id of its own, and what the browser says it is. */
export function deviceName(): string {
  const id = localStorage.getItem(KEY) ?? uuid()
  localStorage.setItem(KEY, id)
  return `${id} ${navigator.userAgent}`.slice(0, 300)
}
