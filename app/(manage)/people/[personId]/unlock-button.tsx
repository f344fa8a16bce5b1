'use client'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'

/** Ends the wait after wrong passwords. */
export function UnlockButton({ personId }: { personId: string }) {
  return (
    <ActionForm submit="解锁" sending="正在解锁" send={() => call('unlockAccount', { params: { personId }, body: {} })} done={() => '已解锁，现在可以登录。'} />
  )
}
