/** Details of somebody: those that are a number can be rung by a tap. */
export function Phone({ text }: { text: string | null | undefined }) {
  const digits = (text ?? '').replace(/[\s()-]/g, '')
  return /^\+?\d{7,15}$/.test(digits) ? <a href={`tel:${digits}`}>{text}</a> : <>{text}</>
}
