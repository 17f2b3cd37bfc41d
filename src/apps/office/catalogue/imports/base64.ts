// The contract takes 14 million letters of base64; the largest real catalogue met has 0.4 MB.
export const longestFileMb = 10

/** A file as the letters in which JSON carries it. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
