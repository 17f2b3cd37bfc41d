import { App, Button } from 'antd'
import { getStaff, listGrants, listStaff, type RoleGrant, revokeRole } from '#accounts/contract'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** Takes one role back, after asking. */
export function Revoke(props: { grant: RoleGrant; name: string }) {
  const say = useSay()
  const { modal, message } = App.useApp()
  const act = useAct(revokeRole, { refreshes: [listGrants, listStaff, getStaff] })
  const { grant, name } = props
  const role = say(`office.role.${grant.role}`)
  const ask = () =>
    modal.confirm({
      title: say('office.unit.roles.revoke.sure', { name, role }),
      content: say('office.unit.roles.revoke.about', { at: grant.organizationName }),
      okText: say('office.unit.roles.revoke'),
      cancelText: say('office.cancel'),
      okButtonProps: { danger: true },
      onOk: () =>
        act
          .mutateAsync({ id: grant.id })
          .then(() => void message.success(say('office.unit.roles.revoke.done')))
          .catch((error: Error) => void message.error(error.message)),
    })
  return (
    <Button
      size="small"
      aria-label={say('office.unit.roles.revoke.of', { name, role })}
      onClick={ask}
    >
      {say('office.unit.roles.revoke')}
    </Button>
  )
}
