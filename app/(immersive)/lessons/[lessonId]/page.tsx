import { notFound } from 'next/navigation'
import { LessonPlayer } from '@/components/lesson/lesson-player'
import { ruleTexts } from '@/domain/curriculum'
import { published } from '@/server/content/store'
import { lessonPosition } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export default async function LessonPage({ params }: { params: Promise<{ lessonId: string }> }) {
  const { scope, db } = await openPage('learning.own')
  const { lessonId } = await params
  const content = await published(scope)
  const lesson = content.lessons.get(lessonId)
  const chapter = content.chapters.find((entry) => entry.id === lesson?.chapter)
  if (!lesson || !chapter) notFound()
  const { cardIndex, done } = await lessonPosition(db, scope, lessonId)
  const cited = [...new Set(lesson.cards.flatMap((card) => (card.kind === 'rule' ? card.rules : [])))]
  return (
    <LessonPlayer
      lesson={{
        id: lesson.id,
        title: lesson.title,
        chapterId: chapter.id,
        chapterTitle: chapter.title,
        backTo: `/chapters/${chapter.id}`,
        cards: lesson.cards,
        rules: ruleTexts(content.rules, cited),
        // Learned before: from the beginning again.
        start: done ? 0 : Math.min(cardIndex, lesson.cards.length - 1),
        done,
      }}
    />
  )
}
