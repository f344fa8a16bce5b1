import type { Metadata } from 'next'
import Link from 'next/link'
import { itemsNeeded } from '@/domain/item-writing'
import { listSuspensions } from '@/server/content/queries'
import { published, questionBodies } from '@/server/content/store'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '条款覆盖表' }

const kinds = { must: '应当', 'must-not': '不得', should: '提倡', info: '说明' } as const

/** Every rule with what teaches, tests and rehearses it, and what it still lacks. Suspended questions do not count. */
export default async function CoveragePage() {
  const { scope, db } = await openPage('content.review')
  const content = await published(scope)
  const suspended = await listSuspensions(db, scope)
  const inUse = (pool: typeof content.examPool) => pool.filter(({ itemId }) => !suspended.has(itemId))
  const [practice, exam] = [inUse(content.practicePool), inUse(content.examPool)]
  const pool = [...practice, ...exam]
  const bodies = await questionBodies(
    db,
    scope,
    pool.map(({ hash }) => hash),
  )
  const choice = new Set(pool.flatMap(({ itemId, hash }) => (['single', 'multiple'].includes(bodies.get(hash)?.kind ?? '') ? [itemId] : [])))
  const lessons = [...content.lessons.values()]
  const scenarios = [...content.scenarios.values()]
  const rules = [...content.rules.values()].map((rule) => {
    const needed = itemsNeeded(rule)
    const of = (candidates: typeof pool) => candidates.filter((candidate) => candidate.rule === rule.id)
    const own = of(pool)
    const taught = lessons.filter((lesson) => lesson.rules.includes(rule.id))
    const rehearsed = scenarios.filter((scenario) => scenario.rules.includes(rule.id))
    return {
      rule,
      needed,
      all: own.length,
      exam: of(exam).length,
      notChoice: own.filter(({ itemId }) => !choice.has(itemId)).length,
      taught,
      rehearsed,
      short: own.length < needed.all || of(exam).length < needed.exam || taught.length === 0,
    }
  })
  const short = rules.filter((row) => row.short).length
  return (
    <main className="wide-page gallery">
      <p>
        <Link className="link" href="/gallery" prefetch={false}>
          内容样张
        </Link>
      </p>
      <h1>条款覆盖表</h1>
      <p className="sub">
        {rules.length}条，{short === 0 ? '每条都有课教、有题考' : `${short}条还有缺口`}。停用的题不算在内。
      </p>
      {content.chapters.map((chapter) => (
        <section key={chapter.id} className="sec">
          <div className="sec-h">
            <h2>
              {chapter.id}
              <i className="sep" />
              {chapter.title}
            </h2>
          </div>
          <div className="table-wrap">
            <table className="coverage">
              <thead>
                <tr>
                  <th scope="col">条款</th>
                  <th scope="col">性质</th>
                  <th scope="col">课时</th>
                  <th scope="col">题</th>
                  <th scope="col">考试题</th>
                  <th scope="col">非选择</th>
                  <th scope="col">情景</th>
                </tr>
              </thead>
              <tbody>
                {rules
                  .filter(({ rule }) => rule.chapter === chapter.id)
                  .map(({ rule, needed, all, exam: inExam, notChoice, taught, rehearsed }) => (
                    <tr key={rule.id}>
                      <th scope="row">
                        <span className="num">{rule.id}</span> {rule.title}
                      </th>
                      <td>
                        {kinds[rule.kind]}
                        <span className="aux"> {rule.criticality}</span>
                      </td>
                      <td className={taught.length === 0 ? 'v-warn' : ''}>{taught.length === 0 ? '缺' : taught.length}</td>
                      <td className={all < needed.all ? 'v-warn' : ''}>{all < needed.all ? `${all}，缺${needed.all - all}` : all}</td>
                      <td className={inExam < needed.exam ? 'v-warn' : ''}>{inExam < needed.exam ? `${inExam}，缺${needed.exam - inExam}` : inExam}</td>
                      <td>{notChoice}</td>
                      <td>{rehearsed.length || '—'}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </main>
  )
}
