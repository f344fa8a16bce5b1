import type { Metadata } from 'next'
import Link from 'next/link'
import { creditNotes } from '@/domain/grading'
import { kindWords, questionKinds } from '@/domain/question'
import { listSuspensions } from '@/server/content/queries'
import { published, questionBodies } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '内容样张' }

const forms = { dialogue: '对话', telephone: '电话', mirror: '更衣镜' } as const

/** Every kind of question and every form of scenario, each with what there is of it: for who owns the content. */
export default async function GalleryPage() {
  const { scope, db } = await openPage('content.review')
  const content = await published(scope)
  const pool = [...content.practicePool, ...content.examPool]
  const bodies = await questionBodies(
    db,
    scope,
    pool.map(({ hash }) => hash),
  )
  const questions = pool.flatMap(({ hash }) => bodies.get(hash) ?? [])
  const suspended = await listSuspensions(db, scope)
  const scenarios = [...content.scenarios.values()]
  const exam = new Set(content.examPool.map(({ itemId }) => itemId))
  return (
    <main className="wide-page gallery">
      <h1>内容样张</h1>
      <p className="sub">各种题型与演练形式，可以试答，也可以看答对、答错时的样子。</p>
      <p>
        <Link className="link" href="/gallery/coverage" prefetch={false}>
          条款覆盖表
        </Link>
      </p>
      <div className="sec">
        <div className="sec-h">
          <h2>题目</h2>
          <span className="aux">{questions.length}题</span>
        </div>
        {questionKinds.map((kind) => {
          const own = questions.filter((question) => question.kind === kind)
          return (
            <details key={kind} className="kind">
              <summary>
                <b>{kindWords[kind]}</b>
                <span className="sub">{creditNotes[kind] || '全对得分'}</span>
                <span className="aux">{own.length}题</span>
              </summary>
              <ul className="names">
                {own.map((question) => (
                  <li key={question.id}>
                    <Link href={`/gallery/questions/${question.id}`} prefetch={false}>
                      <span className="num">{question.id}</span>
                      {question.stem}
                    </Link>
                    {exam.has(question.id) && <span className="aux">考试</span>}
                    {suspended.has(question.id) && <span className="v v-warn">已停用</span>}
                  </li>
                ))}
              </ul>
            </details>
          )
        })}
      </div>
      <div className="sec">
        <div className="sec-h">
          <h2>情景演练</h2>
          <span className="aux">{scenarios.length}个</span>
        </div>
        {scenarios.map((scenario) => (
          <div key={scenario.id} className="row">
            <span>
              <b>{scenario.title}</b>
              <span className="aux kind-tag">{forms[scenario.form]}</span>
            </span>
            <span className="links">
              <Link className="link" href={`/gallery/scenarios/${scenario.id}?path=best`} prefetch={false}>
                规范走法
              </Link>
              <Link className="link" href={`/gallery/scenarios/${scenario.id}?path=taboo`} prefetch={false}>
                触线走法
              </Link>
              <Link className="link" href={`/role-play/${scenario.id}`} prefetch={false}>
                自己试
              </Link>
            </span>
          </div>
        ))}
      </div>
    </main>
  )
}
