import type { ComponentType } from 'react'
import type { DeskAction } from '#documents/contract'
import type { Desk } from '../use-draft.ts'
import type { Writing } from '../writing.ts'
import { ApproveDialog } from './ApproveDialog.tsx'
import { AttributeDialog } from './AttributeDialog.tsx'
import { ScheduleDialog, TakeDownDialog } from './MomentDialogs.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { ReadersDialog } from './ReadersDialog.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What every dialog of the desk is given. */
export interface DialogProps {
  readonly data: Desk
  readonly writing: Writing
  readonly ready: () => Promise<number>
  readonly onDone: (words: string) => void
  readonly onClose: () => void
}

/** Actions that ask for something before they are done. */
export const dialogs = {
  approve: ApproveDialog,
  return: ReturnDialog,
  changeAttribute: AttributeDialog,
  schedule: ScheduleDialog,
  setTakeDown: TakeDownDialog,
  withdraw: WithdrawDialog,
  preview: PreviewDialog,
  limitReaders: ReadersDialog,
} satisfies Partial<Record<DeskAction, ComponentType<DialogProps>>>
export type DialogName = keyof typeof dialogs
