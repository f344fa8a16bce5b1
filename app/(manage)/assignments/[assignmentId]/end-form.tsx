'use client'
import { ActionForm } from '@/components/administration/action-form'
import { Fold } from '@/components/administration/fold'
import { call } from '@/components/api-client'

/** Ends an assignment, after a tick that one means it. */
export function EndForm({ assignmentId, outstanding }: { assignmentId: string; outstanding: number }) {
  return (
    <Fold title="结束任务">
      <ActionForm send={() => call('endAssignment', { params: { assignmentId }, body: {} })} done={() => null} submit="结束任务" sending="正在结束">
        <p className="sub">结束后不再有人加入，没完成的不用再学。已完成的和证书都保留。</p>
        <label className="check mt-2">
          <input type="checkbox" required />
          {outstanding > 0 ? `还有${outstanding}人没完成，仍要结束。结束后不能恢复` : '确定结束。结束后不能恢复'}
        </label>
      </ActionForm>
    </Fold>
  )
}
