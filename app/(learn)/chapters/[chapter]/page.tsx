import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { StartAttemptButton } from '@/components/start-attempt-button'
import { nextIn } from '@/domain/progress'
import { published } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '章节' }

export default async function ChapterPage({ params }: { params: Promise<{ chapter: string }> }) {
  const { scope, db } = await openPage('learning.own')
  const { chapter: id } = await params
  const content = await published(scope)
  const progress = await loadProgress(db, scope, content)
  const chapter = progress.chapters.find((entry) => entry.id === id)
  if (!chapter) notFound()
  const next = nextIn(chapter)
  return (
    <main className="wide-page">
      <Link className="back" href="/map" prefetch={false}>
        <svg className="ic ic-s" viewBox="0 0 24 24" aria-hidden="true">
          <path d="m14.500 5.500-6.500 6.500 6.500 6.500" />
        </svg>
        学习地图
      </Link>
      <header className="chapter-head">
        <p>
          <span className="plate">
            <b>{chapter.id}</b>
            <span>{chapter.title}</span>
          </span>
        </p>
        <h1>{chapter.room}</h1>
        <p className="sub">{chapter.motto}</p>
      </header>
      <div className="two">
        <section className="sec">
          <div className="sec-h">
            <h2>课时</h2>
            <span className="aux">
              {chapter.lessons.filter((lesson) => lesson.done).length}/{chapter.lessons.length}
            </span>
          </div>
          <ol className="les">
            {chapter.lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link href={`/lessons/${lesson.id}`} prefetch={false} className={next?.kind === 'lesson' && next.lesson.id === lesson.id ? 'now' : ''}>
                  <i className={`pane ${lesson.done ? 'on' : lesson.cardIndex === null ? '' : 'half'}`} />
                  <span>{lesson.title}</span>
                  <span className="aux">{lesson.done ? '已学' : lesson.cardIndex ? `第${lesson.cardIndex + 1}张` : `约${lesson.minutes}分钟`}</span>
                </Link>
              </li>
            ))}
          </ol>
          {next?.kind === 'lesson' && (
            <Link className="btn btn-1 wide mt-4" href={`/lessons/${next.lesson.id}`} prefetch={false}>
              {next.lesson.cardIndex ? '继续' : '开始'}第{next.place}课
            </Link>
          )}
        </section>
        <div className="grid gap-6">
          <section className="sec">
            <div className="sec-h">
              <h2>章节测验</h2>
              <span className="aux">{chapter.quiz.done ? '已通过' : `${chapter.quiz.items}题，${chapter.quiz.passPercent}%通过`}</span>
            </div>
            <p className="sub py-2">
              {chapter.quiz.done ? '想再练，可以再做一次。' : next?.kind === 'quiz' ? '课都学完了，通过就点亮。' : '建议先学完课时，再来测验。'}
            </p>
            <StartAttemptButton kind="quiz" subjectId={chapter.id} className={next?.kind === 'quiz' ? 'btn btn-1 wide' : 'btn btn-2 wide'}>
              {chapter.quiz.done ? '再做一次' : '开始测验'}
            </StartAttemptButton>
          </section>
          <section className="sec">
            <div className="sec-h">
              <h2>情景演练</h2>
            </div>
            {chapter.scenarios.length === 0 && (
              <Link className="row" href="/practice/mirror" prefetch={false}>
                <div>
                  <p className="n">更衣镜</p>
                  <p className="aux">找出不合标准的地方，每轮换一身</p>
                </div>
              </Link>
            )}
            {chapter.scenarios.map((scenario) => (
              <div key={scenario.id} className="row">
                <div>
                  <p className="n">{scenario.title}</p>
                  <p className="aux">{scenario.done ? '已通过' : '约8分钟'}</p>
                </div>
                <Link className="btn btn-2 btn-s" href={`/role-play/${scenario.id}`} prefetch={false}>
                  {scenario.done ? '再来一次' : '开始'}
                </Link>
              </div>
            ))}
          </section>
        </div>
      </div>
    </main>
  )
}
