import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Crumbs } from '@/components/administration/crumbs'
import { Fold } from '@/components/administration/fold'
import { CodeIssuer } from '@/components/people/code-issuer'
import { PersonSessions } from '@/components/people/sessions'
import { examTimeWord, roleWords, staffWords, statusWords, unitChoices } from '@/domain/person'
import { dayAndTime, fullDate } from '@/domain/time'
import { may } from '@/server/access'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'
import { type ExamDuty, readExamDuties } from '@/server/people/exam-duties'
import { listUnits, type PersonFile, readPersonFile } from '@/server/people/queries'
import { countSessions } from '@/server/sessions/queries'
import { ExamTimeForm, ExtraSittingForm } from './exam-adjustments'
import { LoginNames } from './login-names'
import { ProfileForm } from './profile-form'
import { RenameForm } from './rename-form'
import { Roles } from './roles'
import { StatusForm } from './status-form'
import { UnlockButton } from './unlock-button'

export const metadata: Metadata = { title: '人员档案' }

type Known = [label: string, value: string | null][]

function Facts({ facts }: { facts: Known }) {
  return (
    <dl className="known">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '未填'}</dd>
        </div>
      ))}
    </dl>
  )
}

function accountWords(person: PersonFile): string {
  if (person.status === 'left') return '已离职，不能登录'
  if (person.lockedUntil) return `输错密码，${dayAndTime(person.lockedUntil)}前不能登录`
  return person.signedIn ? '可以登录' : '还没有登录过'
}

function sittingWords({ sittings, openSince, sitting }: ExamDuty): string {
  const sat = sittings === 0 ? '还没有考' : `考过${sittings}次`
  if (openSince) return `${sat}，正在考`
  switch (sitting.kind) {
    case 'may-sit':
      return sittings === 0 ? sat : `${sat}，可以再考`
    case 'wait':
      return `${sat}，下次可考${dayAndTime(sitting.until)}`
    case 'used-up':
      return `${sat}，次数已用完`
    case 'passed':
      return '已合格'
    default:
      return sitting satisfies never
  }
}

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const { actor, scope, db } = await openPage('person.view')
  const { personId } = await params
  const person = z.uuid().safeParse(personId).success ? await readPersonFile(db, scope, personId) : null
  if (!person) notFound()
  const edits = may(actor, 'person.edit')
  const adjusts = may(actor, 'exam.adjust')
  const units = await listUnits(db, scope)
  const labels = new Map(unitChoices(units).map((unit) => [unit.id, unit.label]))
  const labelOf = (unit: { id: string; name: string }) => labels.get(unit.id) ?? unit.name
  const open = unitChoices(units).filter(({ id }) => units.find((unit) => unit.id === id)?.active)
  const duties = adjusts ? await readExamDuties(db, scope, await published(scope), person.id) : []
  const { profile } = person
  const here = person.status !== 'left'
  const roles = person.roles.map(({ role, unitId, unitName }) => ({
    role,
    unitId,
    place: unitId ? labelOf({ id: unitId, name: unitName ?? '' }) : '全省',
  }))
  const facts: Known = [
    ['机构', labelOf(person.unit)],
    ['岗位', profile.position],
    ['服务环节', profile.serviceStage],
    ['人员类别', staffWords[profile.staffKind]],
    ['入职日期', fullDate(profile.hiredOn)],
    ['状态', statusWords[person.status]],
    ['角色', roles.length > 0 ? roles.map(({ role, place }) => `${roleWords[role]}（${place}）`).join('，') : '学员'],
    ...((edits
      ? [
          ['手机', profile.phone],
          ['邮箱', profile.mail],
        ]
      : []) as Known),
  ]
  return (
    <main className="admin person-file">
      <Crumbs places={[{ name: '人员', href: '/people' }]} />
      <header className="page-hd">
        <h1>{person.name}</h1>
        <div className="acts">
          <Link className="btn btn-2 btn-s" href={`/reports/people/${person.id}`} prefetch={false}>
            学习情况
          </Link>
          {may(actor, 'audit.view') && (
            <Link className="btn btn-2 btn-s" href={`/audit?person=${person.id}`} prefetch={false}>
              审计记录
            </Link>
          )}
        </div>
      </header>
      <div className="person-cols">
        <div>
          <section className="sec">
            <div className="sec-h">
              <h2>档案</h2>
            </div>
            <Facts facts={facts} />
            {edits && (
              <>
                <Fold title="修改档案">
                  <ProfileForm personId={person.id} profile={profile} unit={{ id: person.unit.id, label: labelOf(person.unit) }} units={open} />
                </Fold>
                <Fold title="更名">
                  <RenameForm personId={person.id} name={person.name} />
                </Fold>
                <Fold title="角色">
                  <Roles personId={person.id} roles={roles} units={open} isSelf={person.id === actor.personId} />
                </Fold>
                <Fold title="离职、休假、返岗">
                  <StatusForm personId={person.id} status={person.status} />
                </Fold>
              </>
            )}
          </section>
        </div>
        <div>
          <section className="sec">
            <div className="sec-h">
              <h2>账号</h2>
            </div>
            <Facts
              facts={[
                ['登录名', person.loginNames.join('，')],
                ['登录', accountWords(person)],
              ]}
            />
            {here && person.lockedUntil && (
              <div className="pb-4">
                <UnlockButton personId={person.id} />
              </div>
            )}
            {edits && (
              <Fold title="增减登录名">
                <LoginNames personId={person.id} loginNames={person.loginNames} />
              </Fold>
            )}
          </section>
          {may(actor, 'code.issue') && here && (
            <CodeIssuer personId={person.id} name={person.name} unitName={person.unit.name} loginName={person.loginNames[0] ?? ''} signedIn={person.signedIn} />
          )}
          {may(actor, 'account.unlock') && here && <PersonSessions personId={person.id} count={await countSessions(db, scope, person.id)} />}
          {adjusts && here && (
            <section className="sec">
              <div className="sec-h">
                <h2>考试</h2>
              </div>
              {duties.length === 0 && <p className="sub py-2">目前没有要考的。</p>}
              {duties.map((duty) =>
                duty.sitting.kind === 'wait' || duty.sitting.kind === 'used-up' ? (
                  <Fold key={duty.occurrenceId} title={`${duty.title}：加考`} now={sittingWords(duty)}>
                    <ExtraSittingForm personId={person.id} occurrenceId={duty.occurrenceId} />
                  </Fold>
                ) : (
                  <p key={duty.occurrenceId} className="sub py-2">
                    {duty.title}：{sittingWords(duty)}。
                  </p>
                ),
              )}
              <Fold title="考试时间" now={examTimeWord(person.timePercent)}>
                <ExamTimeForm personId={person.id} percent={person.timePercent} />
              </Fold>
            </section>
          )}
        </div>
      </div>
    </main>
  )
}
