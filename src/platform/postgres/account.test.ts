import { expect, test } from 'vitest'
import { chooseAccount } from './account.ts'

const postgres = { name: 'postgres', uid: 101, gid: 104 }
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
const clerk = { name: 'clerk', uid: 1000, gid: 1000 }
const root = { uid: 0, gid: 0 }

test('whoever keeps the cluster goes on keeping it, with or without an entry', () => {
  expect(chooseAccount({ cluster: clerk }, [postgres, clerk])).toEqual(clerk)
  expect(chooseAccount({ cluster: { uid: 4242, gid: 42 } }, [postgres])).toEqual({
    name: '4242',
    uid: 4242,
    gid: 42,
  })
})

test('a new cluster goes to postgres, else to the directory’s owner, else to nobody', () => {
  expect(chooseAccount({ directory: clerk }, [nobody, clerk, postgres])).toEqual(postgres)
  expect(chooseAccount({ directory: clerk }, [nobody, clerk])).toEqual(clerk)
  expect(chooseAccount({ directory: root }, [nobody, clerk])).toEqual(nobody)
  expect(chooseAccount({ directory: { uid: 4242, gid: 42 } }, [nobody])).toEqual(nobody)
})

test('a machine with none of them is told so', () => {
  expect(() => chooseAccount({}, [clerk])).toThrow(
    expect.objectContaining({ code: 'postgres.noAccount' }),
  )
})
