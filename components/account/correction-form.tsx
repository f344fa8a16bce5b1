'use client'
import { useRef } from 'react'
import { v7 as uuid } from 'uuid'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'

/** Says what is wrong with one's own data. The id is kept until the request is stored, so that a second press is no second request. */
export function CorrectionForm() {
  const id = useRef('')
  return (
    <ActionForm
      send={(form) => {
        id.current ||= uuid()
        return call('requestCorrection', { params: {}, body: { id: id.current, says: String(form.get('says') ?? '') } })
      }}
      done={() => {
        id.current = ''
        return '已提交。答复会显示在下面。'
      }}
      submit="提交更正申请"
      sending="正在提交"
      clears
    >
      <div className="field">
        <label htmlFor="says">哪一项有误，应当是什么</label>
        <textarea id="says" name="says" rows={3} maxLength={300} required placeholder="例如：岗位写成了出单，应当是柜面客服" />
      </div>
    </ActionForm>
  )
}
