import type { Text } from '../text.ts'

/** A date, time or calendar that cannot be read or computed. `text` is for people; `message` is its English. */
export class TimeError extends RangeError {
  override readonly name = 'TimeError'

  constructor(readonly text: Text) {
    super(text.en)
  }
}
