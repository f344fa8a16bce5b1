import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Hall, hallPlaces, hallRatio } from '@/components/drawings/hall'
import { HallPhone, hallPhonePlaces, hallPhoneRatio } from '@/components/drawings/hall-phone'
import { HallMap } from '@/components/map/hall-map'
import { beforeExam, nextIn } from '@/domain/progress'
import { published } from '@/server/content/store'
import { loadProgress } from '@/server/learning/queries'
import { openPage } from '@/server/page'

export const metadata: Metadata = { title: '学习地图' }

export default async function MapPage() {
  const { scope, db } = await openPage('learning.own')
  const content = await published(scope)
  const [progress, jar] = await Promise.all([loadProgress(db, scope, content), cookies()])
  const states = Object.fromEntries(progress.chapters.map((chapter) => [chapter.roomKey, chapter.state]))
  const missing = progress.duty ? beforeExam(progress, progress.duty.programme) : null
  const exam = !progress.duty
    ? '没有需要参加的考试'
    : progress.duty.completed
      ? '已合格'
      : missing && missing.chapters.length > 0
        ? '全楼点亮后开放'
        : missing && missing.scenarios > 0
          ? `再通过${missing.scenarios}个演练`
          : '已开放'
  const large = jar.get('size')?.value === 'large'
  return (
    <HallMap
      chapters={progress.chapters.map((chapter) => {
        const next = nextIn(chapter)
        const done = chapter.lessons.filter((lesson) => lesson.done).length
        return {
          ...chapter,
          hint:
            chapter.state === 'on'
              ? '已点亮'
              : next?.kind === 'quiz'
                ? '还差章节测验'
                : chapter.state === 'half'
                  ? `学到第${next?.kind === 'lesson' ? next.place : done + 1}课`
                  : '未开始',
          next: next
            ? next.kind === 'lesson'
              ? { kind: 'lesson' as const, lessonId: next.lesson.id, place: next.place, minutes: next.lesson.minutes, title: next.lesson.title }
              : { kind: 'quiz' as const }
            : null,
        }
      })}
      exam={exam}
      view={jar.get('map')?.value === 'list' || (large && jar.get('map')?.value !== 'map') ? 'list' : 'map'}
      desk={{ drawing: <Hall states={states} />, places: hallPlaces, ratio: hallRatio, exam: { left: 67.53, top: 14 } }}
      phone={{ drawing: <HallPhone states={states} />, places: hallPhonePlaces, ratio: hallPhoneRatio, exam: { left: 50, top: 16 } }}
    />
  )
}
