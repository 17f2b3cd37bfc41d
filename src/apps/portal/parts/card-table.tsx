import type { ComponentChildren } from 'preact'

/**
 * A table that turns into cards on phones: the style sheet then sets each cell beside its label.
 */
export const CardTable = ({
  caption,
  columns,
  kind,
  children,
}: {
  caption: string
  columns: readonly { readonly name: string; readonly words: string }[]
  kind?: string
  children: ComponentChildren
}) => (
  <table class={`cards ${kind ?? ''}`.trimEnd()}>
    <caption class="aside-text">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ name, words }) => (
          <th key={name} scope="col" class={`col-${name}`}>
            {words}
          </th>
        ))}
      </tr>
    </thead>
    {children}
  </table>
)

export const Cell = ({
  label,
  kind,
  children,
}: {
  label: string
  kind?: string
  children: ComponentChildren
}) => (
  <td class={kind} data-label={label}>
    {children}
  </td>
)
