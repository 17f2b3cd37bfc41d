// What RFC 5987 lets stand in a name, and encodeURIComponent does not escape.
const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** How a browser is to treat a file, and under which name it keeps it, Chinese names included. */
export const contentDisposition = (name: string, inline = false): string =>
  `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escaped)}`
