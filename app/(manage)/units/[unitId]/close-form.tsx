'use client'
import { ActionForm } from '@/components/administration/action-form'
import { Fold } from '@/components/administration/fold'
import { call } from '@/components/api-client'

/** Closes a unit, or opens it again. */
export function CloseForm({ unitId, active }: { unitId: string; active: boolean }) {
  return (
    <Fold title={active ? '停用' : '恢复使用'} open={!active}>
      <ActionForm
        send={() => call(active ? 'closeUnit' : 'reopenUnit', { params: { unitId }, body: {} })}
        done={() => null}
        submit={active ? '停用这个机构' : '恢复使用'}
        sending={active ? '正在停用' : '正在恢复'}
      >
        <p className="sub">{active ? '没有在册人员和下级机构时可以停用。记录都保留，经理不再管理。' : '恢复后可以再加人员和下级机构，经理要重新任命。'}</p>
      </ActionForm>
    </Fold>
  )
}
