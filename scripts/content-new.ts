import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { allSections } from '@/domain/curriculum'
import { type QuestionKind, questionKinds } from '@/domain/question'
import { compileContent, unfinished } from '@/server/content/compile'

/** `npm run content:new -- question 2.6.1 order | lesson 2.6.1 | scenario 2.6`: writes a beginning to be filled in, and says where it is. */

const usage = `用法：
  npm run content:new -- question <节，如 2.6.1> <题型：${questionKinds.join(' ')}>
  npm run content:new -- lesson <节，如 2.6.1>
  npm run content:new -- scenario <章，如 2.6>`

function refuse(message: string): never {
  console.error(`${message}\n${usage}`)
  process.exit(1)
}

const { curriculum } = compileContent()
const [what, where = '', kind = ''] = process.argv.slice(2)
const section = allSections(curriculum.standard).find(({ id }) => id === where)
const chapter = curriculum.chapters.find(({ id }) => id === (section?.chapter ?? where))
const todo = (text: string) => `${unfinished}${text}`
const folderOf = (id: string) =>
  readdirSync('content/chapters').find((name) => readFileSync(path.join('content/chapters', name, 'chapter.yaml'), 'utf8').includes(`id: "${id}"`)) ??
  refuse(`没有 ${id} 这一章的文件夹。`)

/** What differs from kind to kind. */
const bodies: Record<QuestionKind, string> = {
  single: `    options:
      - { id: a, text: ${todo('错项')}, misconception: ${todo('选它的人怎么想')} }
      - { id: b, text: ${todo('对的')} }
      - { id: c, text: ${todo('另一个错项')}, misconception: ${todo('选它的人怎么想')} }
    key: [b]`,
  multiple: `    options:
      - { id: a, text: ${todo('对的')} }
      - { id: b, text: ${todo('错项')}, misconception: ${todo('选它的人怎么想')} }
      - { id: c, text: ${todo('另一个对的')} }
      - { id: d, text: ${todo('另一个错项')}, misconception: ${todo('选它的人怎么想')} }
    key: [a, c]`,
  'true-false': `    key: false
    misconception: ${todo('判错的人怎么想')}`,
  cloze: `    text: ${todo('把要填的地方写成')}[a]。
    blanks:
      - { id: a, accept: [${todo('答案')}] }
    misconception: ${todo('填错的人怎么想')}`,
  order: `    steps: # 按对的次序写
      - ${todo('第一步')}
      - ${todo('第二步')}
      - ${todo('第三步')}
    misconception: ${todo('排错的人怎么想')}`,
  match: `    pairs:
      - { left: ${todo('左一')}, right: ${todo('右一')} }
      - { left: ${todo('左二')}, right: ${todo('右二')} }
      - { left: ${todo('左三')}, right: ${todo('右三')} }
    misconception: ${todo('配错的人怎么想')}`,
  classify: `    groups:
      - { title: ${todo('类一')}, cards: [${todo('卡片一')}, ${todo('卡片二')}] }
      - { title: ${todo('类二')}, cards: [${todo('卡片三')}] }
    misconception: ${todo('归错的人怎么想')}`,
  spot: `    stimulus:
      form: dialogue
      lines:
        - { who: 客户, text: ${todo('第一句')} }
        - { who: 您, text: ${todo('违反标准的一句')}, fault: ${todo('错在哪里')} }
        - { who: 客户, text: ${todo('第三句')} }
        - { who: 您, text: ${todo('看着像错、其实没错的一句')}, fine: ${todo('为什么没错')} }`,
  rewrite: `    original: ${todo('不合标准的原话')}
    model: ${todo('参考说法')}
    points: [${todo('要说到的一点')}]`,
}

let file = ''
let text = ''
let next = ''
if (what === 'question') {
  if (!section) refuse(`没有 ${where} 这一节。`)
  if (!questionKinds.includes(kind as QuestionKind)) refuse(`没有“${kind}”这种题型。`)
  file = path.join('content/chapters', folderOf(section.chapter), 'questions', `${section.id}.yaml`)
  const prefix = `q-${section.id.replaceAll('.', '-')}-`
  const used = curriculum.questions.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => Number(id.slice(prefix.length)))
  const id = `${prefix}${String(Math.max(0, ...used) + 1).padStart(2, '0')}`
  const before = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : `section: "${section.id}"\nquestions:`
  text = `${before}
  - id: ${id}
    kind: ${kind}
    pool: practice # practice 练习，exam 考试
    rule: ${section.rules[0]?.id} # 本节条款：${section.rules.map((rule) => `${rule.id} ${rule.title}`).join('，')}
    level: apply # remember 记忆，understand 理解，apply 应用，judge 判断
    difficulty: medium # easy 易，medium 中，hard 难
    situation: ${todo('时间、地点、对方的一句原话，可以不写')}
    stem: ${todo('问什么，不超过60字')}
${bodies[kind as QuestionKind]}
    explanation: ${todo('先说为什么对，再点名最诱人的错在哪里，20到80字')}
`
  next = `/gallery/questions/${id}`
} else if (what === 'lesson') {
  if (!section) refuse(`没有 ${where} 这一节。`)
  const base = `lesson-${section.id.replaceAll('.', '-')}`
  const id =
    [base, ...'bcdefgh'.split('').map((letter) => `${base}-${letter}`)].find((name) => !curriculum.lessons.some((lesson) => lesson.id === name)) ?? base
  file = path.join('content/chapters', folderOf(section.chapter), 'lessons', `${id}.md`)
  const check = curriculum.questions.filter((question) => question.section === section.id && question.pool === 'practice' && question.kind !== 'rewrite')
  text = `---
id: ${id}
title: ${todo('课名')}
sections: ["${section.id}"]
rules: [${section.rules.map((rule) => rule.id).join(', ')}]
minutes: 5
check: [${check
    .slice(0, 3)
    .map((question) => question.id)
    .join(', ')}]
---

:::situation[${todo('标题')}]
${todo('一个具体的人，一个两难。')}
:::

:::rule[${todo('标题')}]{ids="${section.rules[0]?.id}"}
${todo('用自己的话说一句。')}
:::

::::models[${todo('标题')}]
:::good
- 客户：${todo('一句')}
- 您：${todo('一句')}
:::
:::poor
- 客户：${todo('一句')}
- 您：${todo('一句')}
  - ${todo('差在哪里')}
:::
::::

:::choose[${todo('标题')}]
${todo('问什么。')}
- [ ] ${todo('错的一句')}
  - ${todo('选了以后的反馈')}
- [x] ${todo('对的一句')}
  - ${todo('反馈')}
:::

:::summary[口袋卡片]
- ${todo('一行')}
:::
`
  next = `/lessons/${id}（再把 ${id} 写进 chapter.yaml 的 lessons）`
} else if (what === 'scenario') {
  if (!chapter) refuse(`没有 ${where} 这一章。`)
  const used = curriculum.scenarios.map(({ id }) => Number(id.slice(1)))
  const id = `s${String(Math.max(0, ...used) + 1).padStart(2, '0')}`
  const rule = allSections(curriculum.standard).find((entry) => entry.chapter === chapter.id)?.rules[0]?.id
  const turn = (name: string, to: string) => `  - id: ${name}
    customer: ${todo('客户说的话')}
    replies:
      - { id: a, text: ${todo('规范的一句')}, judgement: best, rule: ${rule}, consequence: ${todo('客户的反应')}, why: ${todo('为什么这样好')}, next: ${to} }
      - { id: b, text: ${todo('可以的一句')}, judgement: fair, rule: ${rule}, consequence: ${todo('客户的反应')}, why: ${todo('差在哪一点')}, better: ${todo('更好的说法')}, next: ${to} }
      - { id: c, text: ${todo('欠妥的一句')}, judgement: weak, rule: ${rule}, consequence: ${todo('客户的反应')}, why: ${todo('错在哪里')}, better: ${todo('更好的说法')}, next: ${to === 't2' || to === 't3' ? to : 'end-half'} }`
  file = `content/scenarios/${id}.yaml`
  text = `id: ${id}
title: ${todo('题目')}
chapter: "${chapter.id}"
channel: counter # hall 大厅，counter 柜面，telephone 电话，visit 上门，inside 内部
persona: { name: ${todo('称呼')}, line: ${todo('一句话介绍')}, figure: woman } # woman man elder-woman elder-man
setting: ${todo('时间、地点、手上的事')}
goal: ${todo('要做到什么')}
mood: 3 # 1 平静 到 5 激动
rules: [${rule}]
start: t1
turns:
${turn('t1', 't2')}
${turn('t2', 't3')}
${turn('t3', 'end-good')}
endings:
  - { id: end-good, title: ${todo('好结局')}, text: ${todo('后来怎样')} }
  - { id: end-half, title: ${todo('差一点')}, text: ${todo('后来怎样')} }
`
  next = `/gallery/scenarios/${id}?path=best`
} else refuse('要新写什么？')

writeFileSync(file, text)
console.log(`写好了开头：${file}
1. 把“${unfinished}”换成您写的话。
2. 运行 npm run content:check，照提示改到没有错误。
3. 重新运行 npm start，用内容负责人的账号打开 ${next}`)
