'use client'
import { call } from '@/components/api-client'
import { ActionForm } from '@/components/people/action-form'

/** Ends the wait after wrong passwords. */
export function UnlockButton({ personId }: { personId: string }) {
  return (
    <ActionForm submit="解锁" sending="正在解锁" send={() => call('unlockAccount', { params: { personId }, body: {} })} done={() => '已解锁，现在可以登录。'} />
  )
}
