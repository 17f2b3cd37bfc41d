// Chromium 109, the last for Windows 7, knows neither of these; the build lowers syntax, not libraries.

Map.groupBy ??= (items, keyOf) => {
  const groups = new Map()
  let at = 0
  for (const item of items) {
    const key = keyOf(item, at++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

Array.prototype.toSorted ??= function toSorted(compare) {
  return [...this].sort(compare)
}
