import { type Profile, serviceStages, staffWords, type UnitChoice } from '@/domain/person'
import { UnitPicker } from './unit-picker'

/** The fields of a profile as a form shows them, and what they say as a body. */
export function ProfileFields({ units, profile, unit = null }: { units: UnitChoice[]; profile?: Profile; unit?: UnitChoice | null }) {
  return (
    <>
      <UnitPicker name="unitId" label="机构" units={units} initial={unit} required />
      <div className="field">
        <label htmlFor="position">岗位</label>
        <input id="position" name="position" required maxLength={30} defaultValue={profile?.position} />
      </div>
      <div className="field">
        <label htmlFor="serviceStage">服务环节</label>
        <select id="serviceStage" name="serviceStage" required defaultValue={profile?.serviceStage ?? ''}>
          <option value="" disabled>
            请选择
          </option>
          {serviceStages.map((stage) => (
            <option key={stage}>{stage}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="staffKind">人员类别</label>
        <select id="staffKind" name="staffKind" required defaultValue={profile?.staffKind ?? 'staff'}>
          {Object.entries(staffWords).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {word}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="hiredOn">入职日期</label>
        <input id="hiredOn" name="hiredOn" type="date" required min="1950-01-01" defaultValue={profile?.hiredOn} />
      </div>
      <div className="field">
        <label htmlFor="phone">手机（可不填）</label>
        <input id="phone" name="phone" inputMode="tel" autoComplete="off" maxLength={20} defaultValue={profile?.phone ?? ''} />
      </div>
      <div className="field">
        <label htmlFor="mail">邮箱（可不填）</label>
        <input id="mail" name="mail" inputMode="email" autoComplete="off" maxLength={200} defaultValue={profile?.mail ?? ''} />
      </div>
    </>
  )
}

/** What the fields hold. The server says what is wrong with it. */
export function profileOf(form: FormData): Profile {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    unitId: text('unitId'),
    position: text('position'),
    serviceStage: text('serviceStage') as Profile['serviceStage'],
    staffKind: text('staffKind') as Profile['staffKind'],
    hiredOn: text('hiredOn'),
    phone: text('phone') || null,
    mail: text('mail') || null,
  }
}
