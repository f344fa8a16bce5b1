'use client'
import { ActionForm } from '@/components/administration/action-form'
import { Fold } from '@/components/administration/fold'
import { call } from '@/components/api-client'

/** Changes the due date of a round. */
export function DueDateForm({ occurrenceId, dueOn, today, yearlyFirst }: { occurrenceId: string; dueOn: string; today: string; yearlyFirst: boolean }) {
  return (
    <Fold title="改截止日期">
      <ActionForm
        send={(form) => call('changeDueDate', { params: { occurrenceId }, body: { dueOn: String(form.get('dueOn') ?? '') } })}
        done={({ moved }) => (moved > 0 ? `已改，${moved}人随之调整。` : '已是这一天，没有人的截止日期变动。')}
        submit="保存"
        sending="正在保存"
      >
        <p className="sub">未完成的人随之调整。单独延过期的，以较晚的为准。</p>
        {yearlyFirst && <p className="sub">以后每年的截止日期，也从这一轮推算。</p>}
        <div className="field mt-3 max-w-80">
          <label htmlFor="round-due-on">截止日期</label>
          <input id="round-due-on" name="dueOn" type="date" required defaultValue={dueOn} min={today} />
        </div>
      </ActionForm>
    </Fold>
  )
}
