import type { Metadata } from 'next'
import Link from 'next/link'
import { published } from '@/server/content/store'
import { loadProgress, ownAnswersByRule } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '标准条款' }

/** The standard, section by section: each rule in words, what teaches, tests and rehearses it, and how far one is with it oneself. */
export default async function StandardPage() {
  const { scope, db } = await openPage('learning.own')
  const content = await published(scope)
  const [progress, answers] = await Promise.all([loadProgress(db, scope, content), ownAnswersByRule(db, scope)])
  const learned = new Set(progress.chapters.flatMap((chapter) => chapter.lessons.filter((lesson) => lesson.done).map((lesson) => lesson.id)))
  const lessons = [...content.lessons.values()]
  const scenarios = [...content.scenarios.values()]
  const state = (ruleId: string) => {
    const last = answers.get(ruleId)
    if (last !== undefined) return last ? { word: '上次答对', className: 'v v-ok' } : { word: '上次答错', className: 'v v-warn' }
    return lessons.some((lesson) => lesson.rules.includes(ruleId) && learned.has(lesson.id))
      ? { word: '学过', className: 'v v-info' }
      : { word: '还没学', className: 'aux' }
  }
  return (
    <main className="wide-page standard">
      <h1>标准条款</h1>
      <p className="sub">
        {content.standard.name}，{content.standard.version}。
      </p>
      {content.standard.chapters.map((chapter) => (
        <section key={chapter.id} className="sec">
          <div className="sec-h">
            <h2>
              {chapter.id}
              <i className="sep" />
              {chapter.title}
            </h2>
          </div>
          {chapter.sections.map((section) => (
            <details key={section.id} className="kind" id={`section-${section.id}`}>
              <summary>
                <b className="num">{section.id}</b>
                <span>{section.title}</span>
                <span className="aux">{section.rules.length}条</span>
              </summary>
              <ul className="rules">
                {section.rules.map((rule) => {
                  const { word, className } = state(rule.id)
                  const taught = lessons.filter((lesson) => lesson.rules.includes(rule.id))
                  const tested = content.practicePool.filter((candidate) => candidate.rule === rule.id).length
                  const rehearsed = scenarios.filter((scenario) => scenario.rules.includes(rule.id))
                  return (
                    <li key={rule.id}>
                      <p className="rule-head">
                        <span className="plate">
                          <b>{rule.id}</b>
                          <span>{rule.title}</span>
                        </span>
                        <span className={className}>{word}</span>
                      </p>
                      <p className="std">{rule.text}</p>
                      <p className="links">
                        {taught.map((lesson) => (
                          <Link key={lesson.id} className="link" href={`/lessons/${lesson.id}`} prefetch={false}>
                            课时：{lesson.title}
                          </Link>
                        ))}
                        {rehearsed.map((scenario) => (
                          <Link key={scenario.id} className="link" href={`/role-play/${scenario.id}`} prefetch={false}>
                            演练：{scenario.title}
                          </Link>
                        ))}
                        <span className="aux">练习题{tested}道</span>
                      </p>
                    </li>
                  )
                })}
              </ul>
            </details>
          ))}
        </section>
      ))}
    </main>
  )
}
