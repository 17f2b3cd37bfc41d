import locale from 'antd/es/locale/en_US'
import { joined } from './all.ts'

// Words of other doors stay out: the portal's pages, the program's commands, the server's log.
const files = import.meta.glob<Record<string, string>>(
  [
    '../../../../messages/en/*.json',
    '!**/{portal,portal-*,serve,demo,cli,refusals-postgres,import-*}.json',
  ],
  { eager: true, import: 'default' },
)

export const words = { language: 'en', messages: joined(files), locale } as const
