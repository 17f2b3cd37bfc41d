/** The words of a text, paragraph by paragraph; nothing in it is run. */
export const plainText = (html: string): string => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const block of page.querySelectorAll('p, h2, h3, h4, li, tr')) block.append('\n')
  return (page.body.textContent ?? '').replace(/\n{2,}/g, '\n').trim()
}
