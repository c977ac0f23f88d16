import { inflateRawSync } from 'node:zlib'
import { refuse } from '../../rules/problem.ts'

/** What all parts of a file may come to once they are unpacked, in bytes: a small file can claim to hold a huge one. */
export const MAX_UNPACKED = 50 * 1024 * 1024

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record with the longest comment it may carry. */
const END_WITHIN = 22 + 0xffff

/** Whether the bytes begin like a zip, as every Excel file since 2007 does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The parts of a zip that are wanted, as UTF-8. Sizes that the file states are not believed: unpacking ends where the limit is reached.
 * @throws Refusal `import.notExcel` of anything but a plain zip, `import.tooLarge`
 */
export function unzip(file: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const parts = new Map<string, string>()
  let left = MAX_UNPACKED
  try {
    for (const { name, method, at, size } of directory(bytes)) {
      if (!wanted(name)) continue
      if (bytes.readUInt32LE(at) !== LOCAL) throw new RangeError('no local header')
      const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      const packed = bytes.subarray(begin, begin + size)
      if (method !== 0 && method !== 8) throw new RangeError('another method')
      const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
      left -= part.length
      if (left < 0) refuse('import.tooLarge')
      parts.set(name, part.toString('utf8'))
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ERR_BUFFER_TOO_LARGE') refuse('import.tooLarge')
    if (error instanceof RangeError || code?.startsWith('Z_') || code === 'ERR_OUT_OF_RANGE') refuse('import.notExcel')
    throw error
  }
  return parts
}

/** The central directory: it says where each part lies, whatever the headers before the parts leave out. */
function* directory(bytes: Buffer) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < Math.max(0, bytes.length - END_WITHIN) || bytes.readUInt32LE(end) !== END) throw new RangeError('no end')
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry')
    const encrypted = bytes.readUInt16LE(at + 8) & 1
    if (encrypted) throw new RangeError('encrypted')
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    yield {
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    }
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
}
