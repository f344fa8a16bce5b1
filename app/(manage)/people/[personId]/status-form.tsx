'use client'
import { useState } from 'react'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { type PersonStatus, personStatuses, statusWords } from '@/domain/person'

const effects: Record<PersonStatus, string> = {
  active: '任务按规则重新加入。离职前的角色不自动恢复。',
  on_leave: '休假期间没有任务，仍可登录学习。',
  left: '立即退出登录，登录码作废，角色和未完成的任务结束。学习记录和证书保留。',
}

/** On leave, gone, back: says beforehand what each means. */
export function StatusForm({ personId, status }: { personId: string; status: PersonStatus }) {
  const [wanted, setWanted] = useState<PersonStatus | ''>('')
  return (
    <ActionForm
      submit="改状态"
      sending="正在改"
      send={async (form) => {
        const answer = await call('changeStatus', { params: { personId }, body: { was: status, now: String(form.get('status') ?? '') as PersonStatus } })
        if (answer.ok) setWanted('')
        return answer
      }}
      done={({ status: now }) => `已改为${statusWords[now]}。`}
    >
      <div className="field">
        <label htmlFor="status">改为</label>
        <select id="status" name="status" required value={wanted} onChange={(event) => setWanted(event.target.value as PersonStatus)}>
          <option value="" disabled>
            请选择
          </option>
          {personStatuses
            .filter((name) => name !== status)
            .map((name) => (
              <option key={name} value={name}>
                {statusWords[name]}
              </option>
            ))}
        </select>
      </div>
      <p className="sub mt-2 empty:hidden" aria-live="polite">
        {wanted && effects[wanted]}
      </p>
    </ActionForm>
  )
}
