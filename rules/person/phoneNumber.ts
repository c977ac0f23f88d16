/** China's country code: what a number without one belongs to. */
const HOME = '+86'
/** A service number (110, 12345, 95598) has three to six digits and no area code. */
const SERVICE = /^1\d{2,4}$|^9\d{4,5}$/
const MOBILE = /^1[3-9]\d{9}$/
const FREEPHONE = /^[48]00\d{7}$/
const EXTENSION = /(?:转|轉|ext\.?|x|#)\s*\d+$/i

/**
 * The number in E.164 (`+8613800000000`), so that one line has one spelling whoever writes it; null for what can't be
 * called back: withheld, too short, no number at all. Numbers without a country code are Chinese; a landline needs its area
 * code; an extension is dropped, since a caller's number never shows it.
 */
export function normaliseNumber(written: string): string | null {
  const digits = written
    .normalize('NFKC')
    .trim()
    .replace(EXTENSION, '')
    .replace(/[\s\-.()·]/g, '')
    .replace(/^00/, '+')
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits.startsWith(HOME + '0') ? HOME + digits.slice(4) : digits
  if (MOBILE.test(digits) || FREEPHONE.test(digits) || SERVICE.test(digits)) return HOME + digits
  // Some exchanges put a trunk zero before mobiles too, and leave out the plus before 86.
  if (/^0[1-9]\d{8,10}$/.test(digits)) return HOME + digits.slice(1)
  if (/^86(1[3-9]\d{9}|10\d{8}|[2-9]\d{8,10})$/.test(digits)) return `+${digits}`
  return null
}
