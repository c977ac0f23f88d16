/** Has the browser save a file that the API answered, under the name it came with. */
export function save(file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file instanceof File ? file.name : ''
  link.click()
  // The browser reads it after the click; a minute is ample, and then the memory is free again.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
