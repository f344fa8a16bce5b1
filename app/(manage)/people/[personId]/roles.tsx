'use client'
import { useState } from 'react'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { UnitPicker } from '@/components/people/unit-picker'
import { type GrantedRole, grantedRoles, roleWords, type UnitChoice } from '@/domain/person'
import { Removable } from './removable'

const effects: Record<GrantedRole, string> = {
  manager: '看这个机构及下级的完成情况和人员，可以补发登录码、解锁。',
  content_owner: '看全部题目、答案和剧本，可以停用题目。',
  administrator: '管理全省的人员、机构、任务和角色。',
}

/** What a person may do beyond learning; a change holds from their next request. */
export function Roles({
  personId,
  roles,
  units,
  isSelf,
}: {
  personId: string
  roles: { role: GrantedRole; unitId: string | null; place: string }[]
  units: UnitChoice[]
  isSelf: boolean
}) {
  const [role, setRole] = useState<GrantedRole | ''>('')
  return (
    <>
      <Removable
        entries={roles.map(({ role: held, unitId, place }) => ({
          key: `${held}/${unitId}`,
          text: roleWords[held],
          note: place,
          removable: !(isSelf && held === 'administrator'),
          given: { role: held, unitId },
        }))}
        verb="撤去"
        remove={(body) => call('revokeRole', { params: { personId }, body })}
      />
      <ActionForm
        submit="给角色"
        sending="正在保存"
        clears
        send={async (form) => {
          const chosen = String(form.get('role') ?? '') as GrantedRole
          const answer = await call('grantRole', {
            params: { personId },
            body: { role: chosen, unitId: chosen === 'manager' ? String(form.get('managedUnit') ?? '') : null },
          })
          if (answer.ok) setRole('')
          return answer
        }}
        done={({ changed }) => (changed ? '已生效。' : '本来就有这个角色。')}
      >
        <div className="fields">
          <div className="field">
            <label htmlFor="role">角色</label>
            <select id="role" name="role" required value={role} onChange={(event) => setRole(event.target.value as GrantedRole)}>
              <option value="" disabled>
                请选择
              </option>
              {grantedRoles.map((name) => (
                <option key={name} value={name}>
                  {roleWords[name]}
                </option>
              ))}
            </select>
          </div>
          {role === 'manager' && <UnitPicker name="managedUnit" label="管理的机构" units={units} required />}
        </div>
        <p className="sub mt-2 empty:hidden" aria-live="polite">
          {role && effects[role]}
        </p>
      </ActionForm>
    </>
  )
}
