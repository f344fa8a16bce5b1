'use client'
import { ActionForm } from '@/components/administration/action-form'
import { Fold } from '@/components/administration/fold'
import { call } from '@/components/api-client'
import { type UnitType, unitTypes, unitTypeWord } from '@/domain/unit'

export function ChangeForm({ unit }: { unit: { id: string; name: string; type: UnitType; sort: number } }) {
  return (
    <Fold title="修改名称、类型、顺序">
      <ActionForm
        send={(form) =>
          call('changeUnit', {
            params: { unitId: unit.id },
            body: { name: String(form.get('name')), type: form.get('type') as UnitType, sort: Number(form.get('sort')) },
          })
        }
        done={() => '已保存。'}
        submit="保存"
        sending="正在保存"
      >
        <div className="fields">
          <div className="field">
            <label htmlFor="name">名称</label>
            <input id="name" name="name" required maxLength={60} defaultValue={unit.name} autoComplete="off" />
          </div>
          <div className="field">
            <label htmlFor="type">类型</label>
            <select id="type" name="type" defaultValue={unit.type}>
              {unitTypes.map((type) => (
                <option key={type} value={type}>
                  {unitTypeWord[type]}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="sort">顺序（小的排前面）</label>
            <input id="sort" name="sort" type="number" inputMode="numeric" required min={0} max={99_999} step={1} defaultValue={unit.sort} />
          </div>
        </div>
      </ActionForm>
    </Fold>
  )
}
