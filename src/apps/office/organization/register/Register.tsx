import { useAddress } from '../../address.ts'
import { useUnit } from '../unit.ts'
import { Below } from './Below.tsx'
import { RegisterEntry } from './RegisterEntry.tsx'
import { RegisterForm } from './RegisterForm.tsx'

/** The unit's entry in the register, to read or to change, and what stands below it. */
export function Component() {
  const { may } = useUnit()
  const address = useAddress()
  const isEditing = may.describe && address.read('edit') !== undefined
  return (
    <>
      {isEditing ? (
        <RegisterForm onClose={() => address.clear(['edit'])} />
      ) : (
        <RegisterEntry onEdit={() => address.set({ edit: true })} />
      )}
      <Below />
    </>
  )
}
