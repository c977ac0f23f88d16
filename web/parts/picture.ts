/** A JPEG of a site must still be readable on paper; a network at the site is slow. */
const QUALITY = 0.82

/**
 * A photo as small as it may be: at most `dots` along its longer side, upright, and without what the phone wrote into it
 * (where it was taken, say). @throws where the file is no picture that the browser can read
 */
export async function shrunk(file: Blob, dots: number): Promise<{ url: string; file: File }> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, dots / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  if (!made) throw new Error('the picture could not be made smaller')
  const name = file instanceof File ? file.name.replace(/\.\w+$/, '') : 'photo'
  return {
    url: canvas.toDataURL('image/jpeg', QUALITY),
    file: new File([made], `${name || 'photo'}.jpg`, { type: 'image/jpeg' }),
  }
}
