'use client'
import { Fold, Said } from './fold'
import { useCall } from './use-call'

/** Closes a unit, or opens it again. */
export function CloseForm({ unitId, active }: { unitId: string; active: boolean }) {
  const closing = useCall('closeUnit', { unitId })
  const reopening = useCall('reopenUnit', { unitId })
  const { busy, message, send } = active ? closing : reopening
  return (
    <Fold title={active ? '停用' : '恢复使用'} open={!active}>
      <div className="fold-in">
        <p className="sub">{active ? '没有在册人员和下级机构时可以停用。记录都保留，经理不再管理。' : '恢复后可以再加人员和下级机构，经理要重新任命。'}</p>
        <Said message={message} />
        <div className="form-acts">
          <button type="button" className="btn btn-2 btn-s" disabled={busy} aria-busy={busy} onClick={() => void send({})}>
            {active ? '停用这个机构' : '恢复使用'}
          </button>
        </div>
      </div>
    </Fold>
  )
}
