import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { download, downloadFormats } from '#catalogue/contract'
import { call } from '../call.ts'
import { useSay } from '../words.tsx'

const saveAs = (file: { fileName: string; mediaType: string; contentBase64: string }): void => {
  const bytes = Uint8Array.from(atob(file.contentBase64), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The edition, or one field of it, as a table, a workbook or a machine-readable list (M9). */
export function Downloads(props: { editionId: number; field?: string | undefined }) {
  const say = useSay()
  const { message } = App.useApp()
  const [isBusy, setBusy] = useState(false)
  const get = async (format: (typeof downloadFormats)[number]) => {
    setBusy(true)
    try {
      saveAs(await call(download, { editionId: props.editionId, format, field: props.field }))
    } catch (error) {
      void message.error((error as Error).message || say('office.fault'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: downloadFormats.map((format) => ({
          key: format,
          label: say(`office.catalogue.download.${format}`),
          onClick: () => void get(format),
        })),
      }}
    >
      <Button loading={isBusy}>{say('office.catalogue.download')}</Button>
    </Dropdown>
  )
}
