import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'

// Long enough to finish a word of pinyin.
const typingPauseMs = 400

/** A search field that speaks up when the typing pauses. */
export function SearchWords(props: {
  value: string | undefined
  onChange: (words: string) => void
  label: string
}) {
  const given = props.value ?? ''
  const [words, setWords] = useState(given)
  const latest = useRef(props.onChange)
  latest.current = props.onChange
  useEffect(() => setWords(given), [given])
  useEffect(() => {
    if (words.trim() === given) return
    const timer = setTimeout(() => latest.current(words.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [words, given])
  return (
    <Input
      type="search"
      className="search-field"
      allowClear
      placeholder={props.label}
      aria-label={props.label}
      value={words}
      onChange={(event) => setWords(event.target.value)}
    />
  )
}
