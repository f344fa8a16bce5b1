'use client'
import { useRef } from 'react'
import { ActionForm } from '@/components/administration/action-form'
import { call } from '@/components/api-client'
import { ProfileFields, profileOf } from '@/components/people/profile-fields'
import { type ChangePersonBody, type Profile, profileKeys, type UnitChoice } from '@/domain/person'

/** Sends only the fields that were touched, each with what it showed, so that two who edit at once do not undo each other. */
export function ProfileForm({ personId, profile, unit, units }: { personId: string; profile: Profile; unit: UnitChoice; units: UnitChoice[] }) {
  const shown = useRef(profile)
  return (
    <ActionForm
      submit="保存"
      sending="正在保存"
      send={async (form) => {
        const typed = profileOf(form)
        const touched = profileKeys.filter((key) => typed[key] !== shown.current[key])
        const body: ChangePersonBody = {
          was: Object.fromEntries(touched.map((key) => [key, profile[key]])),
          now: Object.fromEntries(touched.map((key) => [key, typed[key]])),
        }
        const answer = await call('changePerson', { params: { personId }, body })
        if (answer.ok) shown.current = { ...shown.current, ...typed }
        return answer
      }}
      done={({ changed, noLongerManages }) =>
        changed ? `已保存。${noLongerManages.length > 0 ? `调离后不再管理${noLongerManages.join('、')}。` : ''}` : '没有改动。'
      }
    >
      <div className="fields">
        <ProfileFields units={units} profile={profile} unit={unit} />
      </div>
      <p className="aux mt-3">换机构后，学习记录都在；任务按规则增减。</p>
    </ActionForm>
  )
}
