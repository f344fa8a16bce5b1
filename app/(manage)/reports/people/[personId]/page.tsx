import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Crumbs } from '@/components/administration/crumbs'
import { AdjustMembers } from '@/components/report/adjust-members'
import { Icon } from '@/components/report/icon'
import { mayAdjust } from '@/domain/assignment'
import { statusWord } from '@/domain/certificate'
import { AppError } from '@/domain/errors'
import { daysOverdue, shownNumber, stateWord } from '@/domain/report'
import { businessDay, dateOnly, dayAndTime, fullDate, monthAndDay } from '@/domain/time'
import { may } from '@/server/access'
import { published } from '@/server/content/store'
import { openPage } from '@/server/page'
import { type PersonReport, readPersonReport } from '@/server/reports/person-report'

export const metadata: Metadata = { title: '个人详情' }

const statusWords = { active: null, on_leave: '休假', left: '已离职' } as const

function Duty({ duty, asOf, personId, adjustable }: { duty: PersonReport['duties'][number]; asOf: Date; personId: string; adjustable: boolean }) {
  return (
    <li className="duty">
      <DutyRow duty={duty} asOf={asOf} />
      {adjustable && !duty.ended && duty.state !== 'completed' && (
        <AdjustMembers
          occurrenceId={duty.occurrenceId}
          personId={personId}
          label={duty.state === 'waived' ? '取消免训' : '延期或免训'}
          waived={duty.state === 'waived'}
          today={businessDay(asOf)}
        />
      )}
    </li>
  )
}

function DutyRow({ duty, asOf }: { duty: PersonReport['duties'][number]; asOf: Date }) {
  return (
    <div className="row">
      <span className="n">
        <b>{duty.title}</b>
        <small>
          {duty.state === 'waived' && `免训原因：${duty.waivedReason ?? '未写'}`}
          {duty.state === 'completed' && duty.completedAt && `${fullDate(businessDay(duty.completedAt))}完成`}
          {(duty.state === 'in-progress' || duty.state === 'not-started') && `${fullDate(duty.dueOn)}截止`}
        </small>
      </span>
      <span className="r">
        {duty.state === 'completed' ? (
          <span className="v v-ok">
            <Icon name="check" />
            已完成
          </span>
        ) : (
          stateWord[duty.state]
        )}
        {duty.overdue && (
          <span className="v v-warn">
            <Icon name="alert" />
            逾期{daysOverdue(duty.dueOn, asOf)}天
          </span>
        )}
      </span>
    </div>
  )
}

function Exam({ exam, sectionTitle }: { exam: PersonReport['exams'][number]; sectionTitle: (id: string) => string }) {
  return (
    <li className="exam">
      <div className="row">
        <span className="n">
          <b>{exam.sitting ? `第${exam.sitting}次考试` : '考试'}</b>
          <small>{exam.closedAt ? dayAndTime(exam.closedAt) : `${dayAndTime(exam.startedAt)}开始`}</small>
        </span>
        <span className="r">
          {exam.closedAt ? (
            <span className={exam.passed ? 'v v-ok' : 'v v-warn'}>
              <Icon name={exam.passed ? 'check' : 'cross'} />
              {exam.scorePercent}分，{exam.passed ? '合格' : '未合格'}
            </span>
          ) : (
            '正在考试'
          )}
        </span>
      </div>
      {exam.sections.length > 0 && (
        <details>
          <summary>各节得分</summary>
          <ul className="sections">
            {exam.sections.map(({ section, right, total }) => (
              <li key={section}>
                <span>
                  {section} {sectionTitle(section)}
                </span>
                <span className={right < total ? 'less' : undefined}>
                  {right}/{total}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

export default async function PersonPage({ params }: { params: Promise<{ personId: string }> }) {
  const { actor, scope, db } = await openPage('person.view')
  const content = await published(scope)
  const { person, duties, chapters, scenarios, exams, certificates, asOf } = await readPersonReport(db, scope, content, (await params).personId).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') notFound()
      throw error
    },
  )
  const number = shownNumber(person.loginNames)
  const adjustable = may(actor, 'member.adjust') && mayAdjust(actor.grants, actor.personId, person.id)
  const facts = [
    person.position,
    number,
    person.staffKind === 'agent' ? '个人代理' : null,
    `${fullDate(dateOnly(person.hiredOn))}入职`,
    statusWords[person.status],
  ].filter((fact) => fact !== null && fact !== '')
  return (
    <main className="report person">
      <Crumbs places={[{ name: person.unit.name, href: `/reports/${person.unit.id}` }]} />
      <header className="person-hd">
        <div>
          <h1>{person.name}</h1>
          <p className="facts-line">
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        <p className="aux">
          <Link className="link mr-4" href={`/people/${person.id}`} prefetch={false}>
            人员档案
          </Link>
          数据截至{dayAndTime(asOf)}
        </p>
      </header>
      <div className="person-cols">
        <div>
          <section className="sec">
            <div className="sec-h">
              <h2>学习任务</h2>
            </div>
            {duties.length === 0 ? (
              <p className="sub">目前没有布置给本人的任务。</p>
            ) : (
              <ul>
                {duties.map((duty) => (
                  <Duty key={duty.occurrenceId} duty={duty} asOf={asOf} personId={person.id} adjustable={adjustable} />
                ))}
              </ul>
            )}
          </section>
          <section className="sec">
            <div className="sec-h">
              <h2>章节</h2>
              <span className="aux">
                {chapters.filter((chapter) => chapter.done).length}/{chapters.length}间已点亮
              </span>
            </div>
            <ul className="chapter-list">
              {chapters.map((chapter) => (
                <li key={chapter.id}>
                  <i className={`pane ${chapter.done ? 'on' : chapter.stepsDone > 0 ? 'half' : ''}`} aria-hidden="true" />
                  {chapter.title}
                  <small>{chapter.done ? '已完成' : chapter.stepsDone > 0 ? `${chapter.stepsDone}/${chapter.steps}步` : '未开始'}</small>
                </li>
              ))}
            </ul>
            <p className="sub mt-2">
              情景演练通过{scenarios.done}个，共{scenarios.total}个。
            </p>
          </section>
        </div>
        <div>
          <section className="sec">
            <div className="sec-h">
              <h2>考试</h2>
              <span className="aux">{exams.length > 0 && `${exams.length}次`}</span>
            </div>
            {exams.length === 0 ? (
              <p className="sub">还没有参加考试。</p>
            ) : (
              <ul>
                {exams.map((exam) => (
                  <Exam key={exam.id} exam={exam} sectionTitle={(id) => content.sections.get(id)?.title ?? ''} />
                ))}
              </ul>
            )}
          </section>
          <section className="sec">
            <div className="sec-h">
              <h2>证书</h2>
            </div>
            {certificates.length === 0 ? (
              <p className="sub">还没有证书。考试合格后自动签发。</p>
            ) : (
              <ul>
                {certificates.map((certificate) => (
                  <li key={certificate.id} className="row">
                    <span className="n">
                      <b>
                        <Link className="link" href={`/certificates/${certificate.id}`} prefetch={false}>
                          {certificate.title}
                        </Link>
                      </b>
                      <small className="num">{certificate.number}</small>
                    </span>
                    <span className="r">
                      {statusWord[certificate.status]}
                      <small>
                        有效期至
                        {certificate.validUntil.slice(0, 4) === businessDay(asOf).slice(0, 4)
                          ? monthAndDay(certificate.validUntil)
                          : fullDate(certificate.validUntil)}
                      </small>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
    </main>
  )
}
