'use client'
import { call } from '@/components/api-client'
import { ActionForm } from './action-form'

/** Answers a request for correction. */
export function ResolutionForm({ correctionId, name }: { correctionId: string; name: string }) {
  return (
    <ActionForm
      send={(form) => call('resolveCorrection', { params: { correctionId }, body: { outcome: String(form.get('outcome') ?? '') } })}
      done={() => null}
      submit="答复并办结"
      sending="正在保存"
    >
      <div className="field">
        <label htmlFor={`outcome-${correctionId}`}>给{name}的答复</label>
        <textarea id={`outcome-${correctionId}`} name="outcome" rows={2} maxLength={300} required />
      </div>
    </ActionForm>
  )
}
