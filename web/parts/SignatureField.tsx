import Button from 'antd/es/button'
import { useEffect, useId, useRef, type PointerEvent } from 'react'
import { useSay } from '../language.tsx'
import { site } from '../texts/site.ts'
import { serverNow } from '../client/clock.ts'
import { fieldOf } from './time.ts'
import { shrunk } from './picture.ts'
import type { Fields } from './useFields.ts'

/** Of the paper, in dots; the signature is kept as a PNG of this size. */
const [WIDTH, HEIGHT] = [640, 240]
/** A photo of a signature on paper, along its longer side. */
const PHOTO_DOTS = 900

/** A signature drawn with a finger or a pen; or, where that can't be, a photo of one on paper. */
export function SignatureField(props: { of: Fields; name: string; label: string; at?: string }) {
  const { of, name, label, at } = props
  const say = useSay()
  const id = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawing = useRef(false)
  const value = of.values[name]

  // What was drawn before the page died comes back with the draft.
  useEffect(() => {
    const paper = canvas.current!.getContext('2d')!
    if (!value) paper.clearRect(0, 0, WIDTH, HEIGHT)
    if (!value || drawing.current) return
    const picture = new Image()
    picture.onload = () => {
      const scale = Math.min(WIDTH / picture.width, HEIGHT / picture.height, 1)
      paper.clearRect(0, 0, WIDTH, HEIGHT)
      paper.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale)
    }
    picture.src = value
  }, [value])

  function draw(event: PointerEvent<HTMLCanvasElement>, begins: boolean) {
    if (!begins && !drawing.current) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    const [x, y] = [((event.clientX - left) / width) * WIDTH, ((event.clientY - top) / height) * HEIGHT]
    const paper = event.currentTarget.getContext('2d')!
    if (begins) {
      drawing.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      Object.assign(paper, { lineWidth: 4, lineCap: 'round', lineJoin: 'round', strokeStyle: '#10243e' })
      paper.beginPath()
      paper.moveTo(x, y)
    }
    paper.lineTo(x, y)
    paper.stroke()
  }
  /** The moment of signing is that of the pen, not of the form. */
  const signed = (url: string) => of.set({ [name]: url, ...(at && { [at]: fieldOf(serverNow()) }) })
  function lift() {
    if (!drawing.current) return
    signed(canvas.current!.toDataURL('image/png'))
    drawing.current = false
  }
  async function photographed(file: File | undefined) {
    if (file) signed((await shrunk(file, PHOTO_DOTS)).url)
  }

  return (
    <fieldset className="field">
      <legend>
        {label}
        <span className="star" aria-hidden>
          *
        </span>
      </legend>
      <canvas
        ref={canvas}
        className="signature"
        role="img"
        aria-label={say(value ? site.signatureThere : site.signHere)}
        width={WIDTH}
        height={HEIGHT}
        onPointerDown={(event) => draw(event, true)}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={lift}
        onPointerCancel={lift}
      />
      <div className="row">
        <Button disabled={!value} onClick={() => of.set({ [name]: '' })}>
          {say(site.clearSignature)}
        </Button>
        <label className="chip" htmlFor={id}>
          {say(site.photographSignature)}
          <input
            id={id}
            type="file"
            className="hidden-file"
            accept="image/*"
            capture="environment"
            onChange={({ target }) => void photographed(target.files?.[0])}
          />
        </label>
      </div>
      {of.errors[name] && (
        <div className="wrong small" role="alert">
          {of.errors[name]}
        </div>
      )}
    </fieldset>
  )
}
