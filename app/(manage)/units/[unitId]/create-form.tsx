'use client'
import { useRef } from 'react'
import { v7 as uuid } from 'uuid'
import { ActionForm } from '@/components/administration/action-form'
import { Fold } from '@/components/administration/fold'
import { call } from '@/components/api-client'
import { type UnitType, unitTypeWord } from '@/domain/unit'

/** A new unit below this one. `types`: what may stand here. */
export function CreateForm({ parentId, types }: { parentId: string; types: UnitType[] }) {
  /** Of the unit that is being made: a repeat after a lost answer makes no second one. */
  const next = useRef({ id: '', name: '' })
  return (
    <Fold title="新增下级机构">
      <ActionForm
        send={(form) => {
          next.current.id ||= uuid()
          next.current.name = String(form.get('name')).trim()
          return call('createUnit', { params: {}, body: { ...next.current, parentId, type: form.get('type') as UnitType } })
        }}
        done={() => {
          next.current.id = ''
          return `已新增“${next.current.name}”。`
        }}
        submit="新增"
        sending="正在新增"
        clears
      >
        <div className="fields">
          <div className="field">
            <label htmlFor="new-name">名称</label>
            <input id="new-name" name="name" required maxLength={60} autoComplete="off" />
          </div>
          <div className="field">
            <label htmlFor="new-type">类型</label>
            <select id="new-type" name="type" required defaultValue="">
              <option value="" disabled>
                请选择
              </option>
              {types.map((type) => (
                <option key={type} value={type}>
                  {unitTypeWord[type]}
                </option>
              ))}
            </select>
          </div>
        </div>
      </ActionForm>
    </Fold>
  )
}
