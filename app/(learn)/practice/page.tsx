import type { Metadata } from 'next'
import Link from 'next/link'
import { StartAttemptButton } from '@/components/start-attempt-button'
import { published } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '练习' }

export default async function PracticePage() {
  const { scope, db } = await openPage('learning.own')
  const content = await published(scope)
  const progress = await loadProgress(db, scope, content)
  const lit = progress.chapters.filter((chapter) => chapter.state === 'on')
  const begun = progress.chapters.filter((chapter) => chapter.state !== 'off')
  return (
    <main className="wide-page">
      <h1>练习</h1>
      <div className="two mt-4">
        <section className="sec">
          <div className="sec-h">
            <h2>每日一练</h2>
            <span className="aux">五题，约3分钟</span>
          </div>
          {lit.length === 0 ? (
            <>
              <p className="py-2">点亮一间，就可以每天练五题。先从学习地图开始。</p>
              <Link className="btn btn-1 wide" href="/map" prefetch={false}>
                去学习地图
              </Link>
            </>
          ) : (
            <>
              <p className="py-2">
                {progress.practisedToday
                  ? '今天练过了，想练可以再来五题。'
                  : progress.mistakes > 0
                    ? `先练错过的，现在有${progress.mistakes}题。`
                    : '错过的都做对了，从学过的里抽五题。'}
              </p>
              <StartAttemptButton kind="practice" subjectId="daily" className={progress.practisedToday ? 'btn btn-2 wide' : 'btn btn-1 wide'}>
                {progress.practisedToday ? '再练五题' : '开始'}
              </StartAttemptButton>
            </>
          )}
        </section>
        <section className="sec">
          <div className="sec-h">
            <h2>章节测验与演练</h2>
          </div>
          <Link className="row" href="/practice/mirror" prefetch={false}>
            <div>
              <p className="n">更衣镜</p>
              <p className="aux">找出不合标准的地方，每轮换一身</p>
            </div>
          </Link>
          {begun.length === 0 && <p className="aux py-3">学过的章节会出现在这里。</p>}
          {begun.map((chapter) => (
            <Link key={chapter.id} className="row" href={`/chapters/${chapter.id}`} prefetch={false}>
              <div>
                <p className="n">{chapter.title}</p>
                <p className="aux">
                  测验{chapter.quiz.done ? '已通过' : '未通过'}
                  {chapter.scenarios.length > 0 && (
                    <>
                      <i className="sep" />
                      演练{chapter.scenarios.some((scenario) => scenario.done) ? '已通过' : '未通过'}
                    </>
                  )}
                </p>
              </div>
              <i className={`pane ${chapter.state}`} />
            </Link>
          ))}
        </section>
      </div>
    </main>
  )
}
