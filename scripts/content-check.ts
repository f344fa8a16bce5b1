import { forbiddenOf } from '@/domain/content-check'
import { allRules } from '@/domain/curriculum'
import { checkItemWriting, runBots } from '@/domain/item-writing'
import { questionKinds } from '@/domain/question'
import { compileContent } from '@/server/content/compile'

/** `npm run content:check`: compiles `content/`, prints file:line and the fix, a table by chapter and one line of JSON. */
const { curriculum, findings } = compileContent()
for (const { file, line, message } of findings) console.error(`${file}:${line}  ${message}`)
const forbidden = forbiddenOf(curriculum)
const { warnings } = checkItemWriting(curriculum.questions, forbidden)
const { chapters, lessons, questions, scenarios, standard } = curriculum
console.table(
  Object.fromEntries(
    chapters.map((chapter) => {
      const items = questions.filter((question) => question.chapter === chapter.id)
      const count = (test: (question: (typeof items)[number]) => boolean) => items.filter(test).length
      return [
        `${chapter.id} ${chapter.title}`,
        {
          rules: allRules(standard).filter((rule) => rule.chapter === chapter.id).length,
          lessons: lessons.filter((lesson) => lesson.chapter === chapter.id).length,
          ...Object.fromEntries(questionKinds.map((kind) => [kind, count((q) => q.kind === kind)])),
          exam: count((q) => q.pool === 'exam'),
          scenarios: scenarios.filter((scenario) => scenario.chapter === chapter.id).length,
        },
      ]
    }),
  ),
)
console.log(
  JSON.stringify({
    rules: allRules(standard).length,
    lessons: lessons.length,
    questions: questions.length,
    scenarios: scenarios.length,
    warnings: warnings.length,
    bots: runBots(questions, forbidden),
    errors: findings.length,
  }),
)
process.exitCode = findings.length > 0 ? 1 : 0
