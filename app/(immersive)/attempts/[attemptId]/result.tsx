import Link from 'next/link'
import { QuestionReview } from '@/components/question/question-review'
import { StartAttemptButton } from '@/components/start-attempt-button'
import { feedbackOf, gradesAtOnce } from '@/domain/attempt'
import { nextIn } from '@/domain/progress'
import { dayAndTime } from '@/domain/time'
import { resultOf } from '@/server/attempts/close-attempt'
import { type AttemptRow, countingAnswers, findOwnCertificate, paperOf } from '@/server/attempts/queries'
import { nameAttempt, questionsOf } from '@/server/attempts/view-attempt'
import { published, questionKeys } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

const span = (from: Date, to: Date) => {
  const seconds = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000))
  return `${Math.floor(seconds / 60)}分${seconds % 60}秒`
}

/** Pass or not and the one next step first; then where marks were lost; outside exams every question with its explanation. */
export async function Result({ attempt }: { attempt: AttemptRow }) {
  const { scope, db } = await openPage('attempt.take')
  const content = await published(scope)
  const result = resultOf(attempt)
  const { title, backTo } = nameAttempt(content, attempt)
  const [questions, answers, progress] = await Promise.all([
    questionsOf(db, scope, attempt),
    countingAnswers(db, attempt, scope),
    loadProgress(db, scope, content),
  ])
  const isExam = !gradesAtOnce(attempt.kind)
  const passed = attempt.passed === true
  const score = attempt.scorePercent ?? 0
  const items = result?.items ?? []
  const keys = isExam
    ? new Map()
    : await questionKeys(
        db,
        scope,
        paperOf(attempt).items.map((item) => item.hash),
      )
  const certificate = isExam && passed ? await findOwnCertificate(db, scope, attempt.id) : null

  const byChapter = content.chapters.flatMap((chapter) => {
    const own = items.filter((item) => content.sections.get(item.section)?.chapter === chapter.id)
    return own.length > 0 ? [{ chapter, right: own.filter((item) => item.correct).length, total: own.length }] : []
  })
  const lostRules = [...new Set(items.filter((item) => !item.correct).map((item) => item.rule))]
  const weakest = [...byChapter].sort((a, b) => a.right / a.total - b.right / b.total)[0]
  const chapterId = attempt.kind === 'check' ? content.lessons.get(attempt.subjectId)?.chapter : attempt.kind === 'quiz' ? attempt.subjectId : undefined
  const chapter = progress.chapters.find((entry) => entry.id === chapterId)
  const justLit = chapter?.state === 'on' && passed
  const unlit = progress.chapters.filter((entry) => entry.state !== 'on').length
  const next = chapter ? nextIn(chapter) : null
  const waiting = progress.duty?.sitting.kind === 'wait' ? progress.duty.sitting.until : null

  return (
    <main className="phone result">
      <header className="bar">
        <Link className="ib" href={backTo} prefetch={false} aria-label="返回">
          <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
            <path d="m14.500 5.500-6.500 6.500 6.500 6.500" />
          </svg>
        </Link>
        <h1 className="mid result-title">{title}</h1>
        <span />
      </header>
      <section className="gut result-head">
        <div>
          <p className="figure">
            {isExam ? score : (result?.right ?? 0)}
            <small>{isExam ? '分' : `/${result?.total ?? 0}题`}</small>
          </p>
          {attempt.kind !== 'practice' && (
            <p className={passed ? 'v v-ok big' : 'v v-warn big'}>
              <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
                <path d={passed ? 'm5 12.5 4.5 4.5L19 7.5' : 'M12 6v8M12 17.500v.5'} />
              </svg>
              {isExam ? (passed ? '合格' : '未合格') : passed ? '通过' : '还差一点'}
            </p>
          )}
        </div>
        <div
          className={`pane-big ${passed || attempt.kind === 'practice' ? 'lit lighting' : 'part'}`}
          style={{ '--part': `${score}%` } as React.CSSProperties}
          aria-hidden="true"
        >
          <i />
          <i />
          <i />
          <i />
        </div>
      </section>
      <section className="gut result-next">
        {isExam && passed && (
          <>
            <p>
              证书已生成，编号<span className="num">{certificate?.number}</span>。
            </p>
            <Link className="btn btn-1 wide" href={certificate ? `/certificates/${certificate.id}` : '/certificates'} prefetch={false}>
              查看证书
            </Link>
          </>
        )}
        {isExam && !passed && (
          <>
            <p>
              {score}分，差{Math.max(1, attempt.passPercent - score)}分。{weakest ? `失分集中在${weakest.chapter.title}。` : ''}
              {waiting ? `下次可考：${dayAndTime(waiting)}。` : ''}
            </p>
            {weakest && (
              <Link className="btn btn-1 wide" href={`/chapters/${weakest.chapter.id}`} prefetch={false}>
                补学{weakest.chapter.title}
              </Link>
            )}
          </>
        )}
        {attempt.kind === 'practice' && (
          <>
            <p>今天的五题做完了。错的会再来，直到做对。</p>
            <Link className="btn btn-1 wide" href="/" prefetch={false}>
              回到首页
            </Link>
          </>
        )}
        {chapter && justLit && (
          <>
            <p>
              {chapter.room}的灯亮了。{unlit > 0 ? `还剩${unlit}间。` : '全楼点亮，可以参加认证。'}
            </p>
            <Link className="btn btn-1 wide" href={unlit > 0 ? '/map' : '/exam'} prefetch={false}>
              {unlit > 0 ? '看学习地图' : '去认证考试'}
            </Link>
          </>
        )}
        {chapter && !justLit && passed && (
          <>
            <p>{next?.kind === 'lesson' ? `下一课：${next.lesson.title}，约${next.lesson.minutes}分钟。` : '课都学完了，做完测验就点亮。'}</p>
            {next?.kind === 'lesson' ? (
              <Link className="btn btn-1 wide" href={`/lessons/${next.lesson.id}`} prefetch={false}>
                学下一课
              </Link>
            ) : (
              <StartAttemptButton kind="quiz" subjectId={chapter.id} className="btn btn-1 wide">
                章节测验
              </StartAttemptButton>
            )}
          </>
        )}
        {chapter && !passed && (
          <>
            <p>{attempt.kind === 'check' ? '答对两题就通过。先看一遍条款，再来答。' : `${attempt.passPercent}%通过。先看下面的依据，再来一次。`}</p>
            <StartAttemptButton kind={attempt.kind} subjectId={attempt.subjectId} className="btn btn-1 wide">
              再答一次
            </StartAttemptButton>
            {attempt.kind === 'check' && (
              <Link className="btn btn-2 wide" href={`/lessons/${attempt.subjectId}`} prefetch={false}>
                回到课文
              </Link>
            )}
          </>
        )}
      </section>
      {isExam && (
        <>
          <dl className="gut facts">
            <div>
              <dt>用时</dt>
              <dd>{attempt.closedAt ? span(attempt.startedAt, attempt.closedAt) : ''}</dd>
            </div>
            <div>
              <dt>答对</dt>
              <dd>
                {result?.right}/{result?.total}
              </dd>
            </div>
            <div>
              <dt>交卷</dt>
              <dd>{attempt.closedBy === 'learner' ? '本人交卷' : '到时自动交卷'}</dd>
            </div>
          </dl>
          <section className="gut">
            <div className="sec">
              <div className="sec-h">
                <h2>各章答对题数</h2>
                <span className="aux">{attempt.passPercent}分合格</span>
              </div>
              <ul className="bars">
                {byChapter.map(({ chapter: entry, right, total }) => (
                  <li key={entry.id} className={entry.id === weakest?.chapter.id && right < total ? 'low' : ''}>
                    <span>{entry.title}</span>
                    <span className="bar-panes" aria-hidden="true">
                      {Array.from({ length: total }, (_, i) => (
                        <i key={`${entry.id}-${i + 1}`} className={i < right ? 'on' : ''} />
                      ))}
                    </span>
                    <span>
                      {right}/{total}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            <div className="sec">
              <div className="sec-h">
                <h2>各节</h2>
              </div>
              <ul className="section-scores">
                {result?.sections.map(({ section, right, total }) => (
                  <li key={section}>
                    <span className="plate">
                      <b>{section}</b>
                      <span>{content.sections.get(section)?.title}</span>
                    </span>
                    <span className={right < total ? 'v v-warn' : 'v v-ok'}>
                      {right}/{total}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            {lostRules.length > 0 && (
              <div className="sec">
                <div className="sec-h">
                  <h2>可以再补的条款</h2>
                </div>
                {lostRules.map((id) => {
                  const rule = content.rules.get(id)
                  const lesson = [...content.lessons.values()].find((entry) => entry.rules.includes(id))
                  return (
                    <div key={id} className="row">
                      <span className="plate">
                        <b>{id}</b>
                        <span>{rule?.title}</span>
                      </span>
                      {lesson && (
                        <Link className="link" href={`/lessons/${lesson.id}`} prefetch={false}>
                          补学，{lesson.minutes}分钟
                        </Link>
                      )}
                    </div>
                  )
                })}
              </div>
            )}
            <p className="aux note">考试题的答案与解析不公开，以免题目外传。</p>
          </section>
        </>
      )}
      {!isExam && (
        <section className="gut">
          <div className="sec">
            <div className="sec-h">
              <h2>逐题回看</h2>
            </div>
            <ol className="reviews">
              {questions.map((question, place) => {
                const given = answers.get(question.id)
                const key = keys.get(paperOf(attempt).items[place]?.hash ?? '')
                const rule = content.rules.get(question.rule)
                return given && key && rule ? (
                  <li key={question.id}>
                    <QuestionReview
                      place={place + 1}
                      question={question}
                      answer={given.answer}
                      feedback={feedbackOf(key, given.answer)}
                      rule={{ id: rule.id, title: rule.title, text: rule.text }}
                    />
                  </li>
                ) : null
              })}
            </ol>
          </div>
        </section>
      )}
    </main>
  )
}
