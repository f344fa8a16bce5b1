import type { Metadata } from 'next'
import Link from 'next/link'
import { StartAttemptButton } from '@/components/start-attempt-button'
import { beforeExam } from '@/domain/progress'
import { dayAndTime, fullDate } from '@/domain/time'
import { listSittings } from '@/server/attempts/queries'
import { published } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '认证考试' }

export default async function ExamPage() {
  const { scope, db } = await openPage('attempt.take')
  const content = await published(scope)
  const progress = await loadProgress(db, scope, content)
  const { duty } = progress
  if (!duty || duty.waived)
    return (
      <main className="wide-page">
        <h1>认证考试</h1>
        <p className="py-4">{duty?.waived ? '您这次免训，不用参加考试。' : '目前没有需要您参加的考试。课程随时可以学。'}</p>
        <Link className="btn btn-1 max-w-80" href="/map" prefetch={false}>
          去学习地图
        </Link>
      </main>
    )
  const { programme, sitting } = duty
  const { exam } = programme
  const missing = beforeExam(progress, programme)
  const ready = missing.chapters.length === 0 && missing.scenarios === 0
  const sittings = await listSittings(db, scope, duty.occurrenceId)
  const open = progress.openExamId
  return (
    <main className="wide-page">
      <h1>{programme.title}认证考试</h1>
      <p className="sub">
        {fullDate(duty.dueOn)}截止{duty.overdue && <span className="v v-warn ml-2">！已过截止日期，仍可以考</span>}
      </p>
      <div className="two mt-5">
        <section className="sec">
          <div className="sec-h">
            <h2>考前须知</h2>
          </div>
          <ul className="grid gap-2 py-3">
            <li>
              共{exam.items}题，{duty.examMinutes}分钟，{exam.passPercent}分合格，覆盖标准的每一节。
            </li>
            <li>单选、多选、判断。多选全部选对得分。</li>
            <li>答案逐题保存，断线可续，换设备也能接着答。</li>
            <li>计时以服务器为准，关掉页面也在走。到时自动交卷。</li>
            <li>
              没有合格可以再考：隔{exam.retakeWaitHours.map((hours) => (hours % 24 === 0 && hours > 24 ? `${hours / 24}天` : `${hours}小时`)).join('、')}
              各一次，题目不同。
            </li>
          </ul>
          {open ? (
            <Link className="btn btn-1 wide" href={`/attempts/${open}`} prefetch={false}>
              继续考试
            </Link>
          ) : duty.completed || sitting.kind === 'passed' ? (
            <>
              <p className="v v-ok py-2">已合格</p>
              <Link className="btn btn-1 wide" href="/certificates" prefetch={false}>
                查看证书
              </Link>
            </>
          ) : !ready ? (
            <p className="v v-warn py-2">
              {missing.chapters.length > 0 ? `还有${missing.chapters.length}间没有点亮` : `还要通过${missing.scenarios}个情景演练`}，完成后在这里开考。
            </p>
          ) : sitting.kind === 'may-sit' ? (
            <StartAttemptButton kind="exam" subjectId={programme.id} className="btn btn-1 wide">
              我已知晓，开始考试
            </StartAttemptButton>
          ) : sitting.kind === 'wait' ? (
            <p className="py-2">下次可考：{dayAndTime(sitting.until)}。这段时间先补失分的条款。</p>
          ) : (
            <p className="py-2">考试次数已用完。请本机构经理向省客户服务管理部申请。</p>
          )}
        </section>
        <div className="grid gap-6">
          <section className="sec">
            <div className="sec-h">
              <h2>还差什么</h2>
            </div>
            {missing.chapters.map((chapter) => (
              <Link key={chapter.id} className="row" href={`/chapters/${chapter.id}`} prefetch={false}>
                <span className="n">{chapter.title}</span>
                <i className={`pane ${chapter.state}`} />
              </Link>
            ))}
            {missing.scenarios > 0 && (
              <Link className="row" href="/practice" prefetch={false}>
                <span className="n">情景演练</span>
                <span className="aux">再通过{missing.scenarios}个</span>
              </Link>
            )}
            {ready && <p className="aux py-3">章节与演练都完成了。</p>}
          </section>
          {sittings.length > 0 && (
            <section className="sec">
              <div className="sec-h">
                <h2>考过的</h2>
              </div>
              {sittings.map((past) => (
                <Link key={past.id} className="row" href={`/attempts/${past.id}`} prefetch={false}>
                  <div>
                    <p className="n">第{past.sitting}次</p>
                    <p className="aux">{past.closedAt ? dayAndTime(past.closedAt) : ''}</p>
                  </div>
                  <span className={past.passed ? 'v v-ok' : 'v v-warn'}>
                    {past.scorePercent}分，{past.passed ? '合格' : '未合格'}
                  </span>
                </Link>
              ))}
            </section>
          )}
        </div>
      </div>
    </main>
  )
}
