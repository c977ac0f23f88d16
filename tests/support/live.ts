export interface LiveEvent {
  event: string
  data: string
  id: string
}

/** Listens to `/api/live` as a browser would; `next` waits for the next event of a name that was not asked for yet. */
export async function listen(url: string, token: string, lastEventId?: string) {
  const ending = new AbortController()
  const answer = await fetch(`${url}/api/live`, {
    headers: { authorization: `Bearer ${token}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal: ending.signal,
  })
  if (!answer.ok || !answer.body) throw new Error(`the feed answered ${answer.status}`)
  const got: LiveEvent[] = []
  const taken: Record<string, number> = {}
  void read(answer.body, got).catch(() => {})

  async function next(event: string, withinMs = 5_000): Promise<LiveEvent> {
    const index = taken[event] ?? 0
    for (const end = Date.now() + withinMs; Date.now() < end;) {
      const found = got.filter((one) => one.event === event)[index]
      if (found) {
        taken[event] = index + 1
        return found
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`no ${event} came within ${withinMs} ms`)
  }
  return { got, next, close: () => ending.abort() }
}

async function read(body: ReadableStream<Uint8Array>, got: LiveEvent[]): Promise<void> {
  let rest = ''
  let id = ''
  const decoder = new TextDecoder()
  // Node's streams can be walked through; the types of a browser's don't say so.
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = blocks.pop()!
    for (const block of blocks) {
      const field = (name: string) => block.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1]
      id = field('id') ?? id
      got.push({ event: field('event') ?? 'message', data: field('data') ?? '', id })
    }
  }
}
