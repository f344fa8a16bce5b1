import Link from 'next/link'
import { Hall, hallPlaces } from '@/components/drawings/hall'
import { LargeTextButton } from '@/components/large-text-button'
import { StartAttemptButton } from '@/components/start-attempt-button'
import { type Progress, type RoomState, type Today, today } from '@/domain/progress'
import { businessDay, fullDate, monthAndDay, shanghaiHour } from '@/domain/time'
import { published } from '@/server/content/store'
import { databaseNow } from '@/server/db'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const greeting = (hour: number) => (hour < 5 ? '夜深了' : hour < 8 ? '早上好' : hour < 11 ? '上午好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好')

/** The room's own picture: the part of the hall where it lies. */
function RoomPicture({ roomKey, state }: { roomKey: string; state: RoomState }) {
  const place = hallPlaces[roomKey]
  if (!place) return null
  const box = [2 + place.left * 10.04, 4 + place.top * 6.64, place.width * 10.04, place.height * 6.64].map((value) => value.toFixed(1)).join(' ')
  return (
    <div className="hero-pane lighting">
      <Hall states={{ [roomKey]: 'on' }} viewBox={box} preserveAspectRatio="xMidYMid slice" />
      {state !== 'on' && <div className={state === 'off' ? 'shade all' : 'shade'} />}
    </div>
  )
}

function heading(step: Today, progress: Progress): { title: string; meta: string[]; plate?: string; roomKey: string; state: RoomState } {
  switch (step.kind) {
    case 'lesson':
      return {
        title: `${step.chapter.room}：${step.lesson.title}`,
        plate: step.lesson.sections[0] ?? '',
        meta: [`约${step.lesson.minutes}分钟`, `第${step.place}课，共${step.chapter.lessons.length}课`],
        roomKey: step.chapter.roomKey,
        state: step.chapter.state,
      }
    case 'quiz':
      return {
        title: `${step.chapter.room}：章节测验`,
        plate: step.chapter.id,
        meta: [`${step.chapter.quiz.items}题`, '通过就点亮'],
        roomKey: step.chapter.roomKey,
        state: step.chapter.state,
      }
    case 'scenario':
      return { title: `情景演练：${step.scenario.title}`, plate: step.chapter.id, meta: ['约8分钟'], roomKey: step.chapter.roomKey, state: step.chapter.state }
    case 'resume-exam':
      return { title: '认证考试还在进行', meta: ['答案都已保存', '计时没有停'], roomKey: 'manner', state: 'half' }
    case 'exam':
      return {
        title: `${step.programme.title}认证考试`,
        meta: [`${step.programme.exam.items}题，${step.minutes}分钟`, `${step.programme.exam.passPercent}分合格`],
        roomKey: 'manner',
        state: 'on',
      }
    case 'practice':
      return {
        title: '每日一练',
        meta: ['五题，约3分钟', progress.mistakes > 0 ? `先练错过的${progress.mistakes}题` : '从学过的里抽'],
        roomKey: 'guide',
        state: 'on',
      }
    case 'nothing':
      return { title: '今天没有待学的', meta: ['想温习，可以再练五题'], roomKey: 'guide', state: 'on' }
    default:
      return step satisfies never
  }
}

function Action({ step }: { step: Today }) {
  switch (step.kind) {
    case 'lesson':
      return (
        <Link className="btn btn-1" href={`/lessons/${step.lesson.id}`} prefetch={false}>
          {step.lesson.cardIndex ? '继续' : '开始'}
        </Link>
      )
    case 'quiz':
      return (
        <StartAttemptButton kind="quiz" subjectId={step.chapter.id}>
          开始测验
        </StartAttemptButton>
      )
    case 'scenario':
      return (
        <Link className="btn btn-1" href={`/role-play/${step.scenario.id}`} prefetch={false}>
          开始演练
        </Link>
      )
    case 'resume-exam':
      return (
        <Link className="btn btn-1" href={`/attempts/${step.attemptId}`} prefetch={false}>
          继续考试
        </Link>
      )
    case 'exam':
      return (
        <Link className="btn btn-1" href="/exam" prefetch={false}>
          去考试
        </Link>
      )
    case 'practice':
    case 'nothing':
      return (
        <StartAttemptButton kind="practice" subjectId="daily" className={step.kind === 'nothing' ? 'btn btn-2' : 'btn btn-1'}>
          {step.kind === 'nothing' ? '再练五题' : '开始'}
        </StartAttemptButton>
      )
    default:
      return step satisfies never
  }
}

const Go = ({ children }: { children: string }) => (
  <span className="go">
    {children}
    <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
      <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />
    </svg>
  </span>
)

export default async function HomePage() {
  const { actor, scope, db } = await openPage('learning.own')
  const content = await published(scope)
  const [progress, now] = await Promise.all([loadProgress(db, scope, content), databaseNow(db)])
  const step = today(progress)
  const { title, meta, plate, roomKey, state } = heading(step, progress)
  const lit = progress.chapters.filter((chapter) => chapter.state === 'on').length
  const left = progress.chapters.length - lit
  const learned = progress.week.filter(Boolean).length
  const { duty, certificate } = progress
  return (
    <main className="home">
      <header className="top gut">
        <div className="t">
          <h1>
            {greeting(shanghaiHour(now))}，{actor.name}
          </h1>
          <p className="aux">
            {monthAndDay(businessDay(now))} 周{weekdays[progress.weekday]}
            <i className="sep" />
            {actor.unitName}
          </p>
        </div>
        <LargeTextButton />
      </header>
      <div className="cols gut">
        <section className="hero" aria-label="今天做这一件">
          <RoomPicture roomKey={roomKey} state={state} />
          <div className="sill" />
          {state !== 'off' && <div className="spill" aria-hidden="true" />}
          <div className="task">
            <p className="k">今天做这一件</p>
            <h2>{title}</h2>
            <p className="meta">
              {plate && (
                <span className="plate">
                  <b>{plate}</b>
                </span>
              )}
              {meta.map((text) => (
                <span key={text}>{text}</span>
              ))}
            </p>
            <Action step={step} />
          </div>
        </section>
        <section className="list" aria-label="我的进度">
          <div className="sec">
            <Link className="row" href="/map" prefetch={false}>
              <div>
                <p className="n">
                  {duty?.programme.title ?? '全部章节'}
                  {duty && !duty.completed && !duty.waived && (
                    <small className={duty.overdue ? 'late' : ''}>{duty.overdue ? `！已过${monthAndDay(duty.dueOn)}` : `${monthAndDay(duty.dueOn)}截止`}</small>
                  )}
                  {duty?.completed && <small>已完成</small>}
                  {duty?.waived && <small>已免训</small>}
                </p>
                <p className="aux">{left > 0 ? `亮了${lit}间，还剩${left}间` : '全楼点亮'}</p>
              </div>
              <span className="pips" aria-hidden="true">
                {progress.chapters.map((chapter) => (
                  <i key={chapter.id} className={`pane ${chapter.state}`} />
                ))}
              </span>
            </Link>
            <div className="row">
              <div>
                <p className="n">本周</p>
                <p className="aux">{learned === 0 ? '学一天，本周就有一扇灯' : `本周学了${learned}天`}</p>
              </div>
              <div
                className="wk"
                role="img"
                aria-label={learned === 0 ? '本周还没有学习' : `本周已学：周${weekdays.filter((_, day) => progress.week[day]).join('、周')}`}
              >
                {weekdays.map((word, day) => (
                  <span key={word} className={day === progress.weekday ? 'today' : ''}>
                    <i className={`pane day ${progress.week[day] ? 'on' : day > 4 ? 'rest' : ''} ${day === progress.weekday ? 'today' : ''}`} />
                    {word}
                  </span>
                ))}
              </div>
            </div>
            {lit > 0 && (
              <Link className="row" href="/practice" prefetch={false}>
                <div>
                  <p className="n">
                    每日一练<small>约3分钟</small>
                  </p>
                  <p className="aux">
                    {progress.practisedToday ? '今天练过了' : progress.mistakes > 0 ? `有${progress.mistakes}题上次没答对` : '五题，从学过的里抽'}
                  </p>
                </div>
                <Go>去练</Go>
              </Link>
            )}
            {certificate && (
              <Link className="row" href={`/certificates/${certificate.id}`} prefetch={false}>
                <div>
                  <p className="n">证书</p>
                  <p className="aux">有效至{fullDate(certificate.validUntil)}</p>
                </div>
                <Go>查看</Go>
              </Link>
            )}
          </div>
        </section>
      </div>
    </main>
  )
}
