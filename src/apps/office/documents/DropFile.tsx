import { Progress } from 'antd'
import { useId, useState } from 'react'
import './drop-file.css'

/** Where files are dropped or chosen; while one is on its way, how far it has come. */
export function DropFile(props: {
  label: string
  accept?: string
  multiple?: boolean
  disabled?: boolean
  /** 0 to 1 while a file is on its way. */
  share: number | null
  onFiles: (files: File[]) => void
}) {
  const id = useId()
  const [isOver, setOver] = useState(false)
  const isClosed = props.disabled || props.share !== null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field is the first.
    <div
      className={isOver ? 'drop-file over' : 'drop-file'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!isClosed)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!isClosed) props.onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        id={id}
        type="file"
        className="aside-text"
        accept={props.accept}
        multiple={props.multiple}
        disabled={isClosed}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <label htmlFor={id}>{props.label}</label>
      {props.share !== null && <Progress percent={Math.round(props.share * 100)} size="small" />}
    </div>
  )
}
