import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { signOut } from '#accounts/contract'
import { call } from '../call.ts'
import { useSession } from '../session.tsx'
import { useSpeaking } from '../words.tsx'

/** Name and unit, and what a person does with their own account. */
export function AccountMenu() {
  const { say, words, speak } = useSpeaking()
  const { me } = useSession()
  const navigate = useNavigate()
  const client = useQueryClient()
  const leave = async () => {
    // A session that has already ended is left all the same.
    await call(signOut, {}).catch(() => null)
    client.clear()
    await navigate('/sign-in')
  }
  const doing: Readonly<Record<string, () => void>> = {
    sessions: () => void navigate('/account/sessions'),
    secondFactor: () => void navigate('/account/second-factor'),
    password: () => void navigate('/account/password'),
    language: () => speak(words.language === 'en' ? 'zh-CN' : 'en'),
    signOut: () => void leave(),
  }
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'sessions', label: say('office.account.sessions') },
          { key: 'secondFactor', label: say('office.account.secondFactor') },
          { key: 'password', label: say('office.account.password') },
          { type: 'divider' },
          { key: 'language', label: say('office.otherLanguage') },
          { type: 'divider' },
          { key: 'signOut', label: say('office.signOut') },
        ],
        onClick: ({ key }) => doing[key]?.(),
      }}
    >
      <button type="button" className="account-button">
        <span>
          <b>{me.staff.name}</b>
          <small>{me.staff.organizationName}</small>
        </span>
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  )
}
