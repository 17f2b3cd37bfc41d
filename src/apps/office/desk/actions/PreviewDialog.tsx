import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { createPreview, listPreviews, revokePreview } from '#documents/contract'
import { copyText } from '../../copy-text.ts'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useAct, useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import type { DialogProps } from './dialogs.tsx'

/** Secret links to one draft, for people without an account; each can be closed. */
export function PreviewDialog(props: DialogProps) {
  const say = useSay()
  const { message } = App.useApp()
  const { id } = props.data.edition
  const [note, setNote] = useState('')
  const [days, setDays] = useState(7)
  const refreshes = [listPreviews]
  const links = useCall(listPreviews, { id })
  const create = useAct(createPreview, { refreshes, done: () => setNote('') })
  const revoke = useAct(revokePreview, { refreshes })
  const address = create.data && new URL(create.data.address, window.location.origin).href
  const copy = async (text: string) => {
    await copyText(text)
    void message.success(say('desk.preview.copied'))
  }
  const open = (links.data ?? []).filter((link) => link.revokedAt === null)
  return (
    <Modal
      open
      width={680}
      title={say('desk.action.preview')}
      footer={null}
      onCancel={props.onClose}
    >
      <div className="stack-fields">
        <RefusalNote error={links.error ?? create.error ?? revoke.error} />
        <p className="quiet">{say('desk.preview.about')}</p>
        <div className="pair">
          <TextField
            label={say('desk.preview.note')}
            optional
            maxLength={200}
            value={note}
            onChange={setNote}
          />
          <NumberField
            label={say('desk.preview.days')}
            min={1}
            max={30}
            value={days}
            onChange={(value) => setDays(value ?? 7)}
          />
        </div>
        <div>
          <Button
            type="primary"
            loading={create.isPending}
            onClick={() => create.mutate({ id, note, days })}
          >
            {say('desk.preview.create')}
          </Button>
        </div>
        {address && (
          <p className="desk-note">
            {say('desk.preview.once')}
            <br />
            <code>{address}</code>{' '}
            <Button size="small" onClick={() => void copy(address)}>
              {say('desk.preview.copy')}
            </Button>
          </p>
        )}
        {open.length > 0 && (
          <CardTable
            rows={open}
            rowKey={(link) => link.id}
            columns={[
              {
                key: 'note',
                title: say('desk.preview.note'),
                show: (link) => link.note || link.createdBy,
              },
              {
                key: 'until',
                title: say('desk.preview.until'),
                show: (link) => <DateText of={link.expiresAt} minute />,
              },
              {
                key: 'close',
                title: '',
                align: 'right',
                show: (link) => (
                  <Button size="small" onClick={() => revoke.mutate({ id: link.id })}>
                    {say('desk.preview.revoke')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </div>
    </Modal>
  )
}
