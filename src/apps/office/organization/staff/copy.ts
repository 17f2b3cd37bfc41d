/**
 * Puts a text on the clipboard. The clipboard proper exists on https only; in an office's own network
 * many installations are reached by plain http, where selecting and copying still works.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // Not allowed to: the old way below.
    }
  }
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // Inside the open dialog, which keeps the focus to itself.
  const place = document.querySelector('.password-slip') ?? document.body
  place.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
