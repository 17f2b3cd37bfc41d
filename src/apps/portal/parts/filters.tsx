import { useChrome } from '../chrome.ts'

/** One list of a form that narrows a page down; its first entry asks for all. */
export const FilterList = (props: {
  name: string
  label: string
  options: readonly { readonly value: string; readonly words: string }[]
  chosen: string | number | null | undefined
  /** Of the words, where they are as somebody wrote them. */
  lang?: string | undefined
}) => {
  const { say } = useChrome()
  const chosen = String(props.chosen ?? '')
  return (
    <label>
      <span>{props.label}</span>
      <select name={props.name}>
        <option value="">{say('portal.all')}</option>
        {props.options.map(({ value, words }) => (
          <option key={value} value={value} selected={value === chosen} lang={props.lang}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
