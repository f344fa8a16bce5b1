'use client'
import { useRef } from 'react'
import { v7 as uuid } from 'uuid'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { type ExamTimeBody, examTimeWord, timePercents } from '@/domain/person'

/** More time for whoever needs it. Nobody else is told. */
export function ExamTimeForm({ personId, percent }: { personId: string; percent: number }) {
  return (
    <ActionForm
      submit="保存"
      sending="正在保存"
      send={(form) => call('changeExamTime', { params: { personId }, body: { percent: Number(form.get('percent')) as ExamTimeBody['percent'] } })}
      done={({ percent: now }) => `已改为${examTimeWord(now)}。`}
    >
      <fieldset className="choices">
        <legend className="sub">从下一次开考起生效。报表里不显示。</legend>
        {timePercents.map((choice) => (
          <label key={choice} className="check">
            <input type="radio" name="percent" value={choice} defaultChecked={choice === percent} />
            {examTimeWord(choice)}
          </label>
        ))}
      </fieldset>
    </ActionForm>
  )
}

/** One more sitting for whoever has to wait or has none left. */
export function ExtraSittingForm({ personId, occurrenceId }: { personId: string; occurrenceId: string }) {
  // A lost answer grants no second one; after it is granted the form goes.
  const id = useRef('')
  return (
    <ActionForm
      submit="加考一次"
      sending="正在加考"
      send={(form) => {
        id.current ||= uuid()
        return call('grantSitting', { params: { personId }, body: { id: id.current, occurrenceId, reason: String(form.get('sittingReason') ?? '') } })
      }}
      done={() => '已加考，本人现在就可以考。'}
    >
      <div className="field">
        <label htmlFor={`reason-${occurrenceId}`}>原因</label>
        <input id={`reason-${occurrenceId}`} name="sittingReason" required maxLength={100} autoComplete="off" placeholder="例如：考试中停电" />
      </div>
    </ActionForm>
  )
}
