'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { ChapterProgress } from '@/domain/progress'
import { keep } from '../large-text-button'
import { StartAttemptButton } from '../start-attempt-button'

export type MapChapter = ChapterProgress & {
  hint: string
  next: { kind: 'lesson'; lessonId: string; place: number; minutes: number; title: string } | { kind: 'quiz' } | null
}
type Places = Record<string, { left: number; top: number; width: number; height: number }>
/** `exam`: where the attic's plate hangs, in percent. */
type Building = { drawing: ReactNode; places: Places; ratio: string; exam: { left: number; top: number } }

/** What to do in a room, as one button. */
function Onward({ chapter }: { chapter: MapChapter }) {
  if (chapter.next?.kind === 'lesson')
    return (
      <Link className="btn btn-1" href={`/lessons/${chapter.next.lessonId}`} prefetch={false}>
        {chapter.state === 'off' ? '开始' : `继续第${chapter.next.place}课`}
      </Link>
    )
  if (chapter.next)
    return (
      <StartAttemptButton kind="quiz" subjectId={chapter.id}>
        章节测验
      </StartAttemptButton>
    )
  return (
    <Link className="btn btn-2" href={`/chapters/${chapter.id}`} prefetch={false}>
      再看一遍
    </Link>
  )
}

/** The nearest room in a direction, by the places of the drawing. */
function neighbour(places: Places, from: string, key: string): string | null {
  const here = places[from]
  if (!here) return null
  const middle = (place: { left: number; top: number; width: number; height: number }) => ({ x: place.left + place.width / 2, y: place.top + place.height / 2 })
  const at = middle(here)
  const candidates = Object.entries(places).flatMap(([name, place]) => {
    if (name === from || name === 'gallery') return []
    const to = middle(place)
    const [dx, dy] = [to.x - at.x, to.y - at.y]
    const fits = key === 'ArrowRight' ? dx > 5 : key === 'ArrowLeft' ? dx < -5 : key === 'ArrowDown' ? dy > 5 : key === 'ArrowUp' ? dy < -5 : false
    const across = key === 'ArrowLeft' || key === 'ArrowRight' ? Math.abs(dy) : Math.abs(dx)
    return fits ? [{ name, far: Math.hypot(dx, dy) + across * 2 }] : []
  })
  return candidates.sort((a, b) => a.far - b.far)[0]?.name ?? null
}

function Rooms({
  building,
  chapters,
  current,
  exam,
  onChoose,
  enter,
}: {
  building: Building
  chapters: MapChapter[]
  current: string
  exam: string
  onChoose: (id: string) => void
  enter: (id: string) => void
}) {
  const onKey = (event: KeyboardEvent, roomKey: string) => {
    const to = neighbour(building.places, roomKey, event.key)
    if (!to) return
    event.preventDefault()
    const chapter = chapters.find((entry) => entry.roomKey === to)
    if (!chapter) return
    onChoose(chapter.id)
    ;(event.currentTarget.parentElement?.querySelector(`[data-key="${to}"]`) as HTMLElement | null)?.focus()
  }
  return (
    <div className="bld" style={{ aspectRatio: building.ratio }}>
      {building.drawing}
      {chapters.map((chapter) => {
        const place = building.places[chapter.roomKey]
        return place ? (
          <button
            key={chapter.id}
            type="button"
            data-key={chapter.roomKey}
            className={`dp ${chapter.state} ${chapter.id === current ? 'cur' : ''}`}
            style={{ left: `${place.left}%`, top: `${place.top}%`, width: `${place.width}%`, height: `${place.height}%` }}
            aria-label={`${chapter.room}（${chapter.title}），${chapter.hint}`}
            aria-pressed={chapter.id === current}
            onClick={() => (chapter.id === current ? enter(chapter.id) : onChoose(chapter.id))}
            onKeyDown={(event) => onKey(event, chapter.roomKey)}
          >
            <span>
              <b>{chapter.room}</b>
              {chapter.state === 'on' && (
                <svg className="ic" viewBox="0 0 24 24" aria-hidden="true">
                  <path d="m5 12.5 4.5 4.5L19 7.5" />
                </svg>
              )}
              {chapter.state === 'half' && chapter.id === current && chapter.hint}
            </span>
          </button>
        ) : null
      })}
      <Link className="dp exam" href="/exam" prefetch={false} style={{ left: `${building.exam.left}%`, top: `${building.exam.top}%` }}>
        <span>
          <b>认证考场</b>
          {exam}
        </span>
      </Link>
    </div>
  )
}

/** The hall as a drawing with its rooms as buttons, or the same as a list; the choice is kept. */
export function HallMap({
  chapters,
  exam,
  view,
  desk,
  phone,
}: {
  chapters: MapChapter[]
  exam: string
  view: 'map' | 'list'
  desk: Building
  phone: Building
}) {
  const router = useRouter()
  const [shown, setShown] = useState(view)
  const [current, setCurrent] = useState(
    (chapters.find((chapter) => chapter.state === 'half') ?? chapters.find((chapter) => chapter.state === 'off') ?? chapters[0])?.id ?? '',
  )
  const chapter = chapters.find((entry) => entry.id === current)
  const left = chapters.filter((entry) => entry.state !== 'on').length
  const show = (next: 'map' | 'list') => {
    setShown(next)
    keep('map', next)
  }
  const enter = (id: string) => router.push(`/chapters/${id}`)
  return (
    <div className="map-wrap">
      <main className="map">
        <header className="head">
          <div>
            <h1>学习地图</h1>
            <p className="aux">
              {left === 0 ? '全楼点亮了。' : left === chapters.length ? '先点亮一间。' : `亮了${chapters.length - left}间，还剩${left}间。`}
            </p>
          </div>
          <div className="key" aria-hidden="true">
            <span>
              <i className="pane on" />
              已点亮
            </span>
            <span>
              <i className="pane half" />
              进行中
            </span>
            <span>
              <i className="pane" />
              未开始
            </span>
          </div>
          <fieldset className="seg">
            <legend className="vh">显示方式</legend>
            <button type="button" aria-pressed={shown === 'map'} onClick={() => show('map')}>
              地图
            </button>
            <button type="button" aria-pressed={shown === 'list'} onClick={() => show('list')}>
              列表
            </button>
          </fieldset>
        </header>
        {shown === 'map' ? (
          <>
            <div className="stage stage-desk">
              <Rooms building={desk} chapters={chapters} current={current} exam={exam} onChoose={setCurrent} enter={enter} />
            </div>
            <div className="stage stage-phone">
              <Rooms building={phone} chapters={chapters} current={current} exam={exam} onChoose={setCurrent} enter={enter} />
            </div>
            <div className="earth">
              {chapter && (
                <div className="dock">
                  <div>
                    <h2>
                      <Link href={`/chapters/${chapter.id}`} prefetch={false}>
                        {chapter.room}：{chapter.next?.kind === 'lesson' ? chapter.next.title : chapter.title}
                      </Link>
                    </h2>
                    <p className="aux">
                      {chapter.next?.kind === 'lesson'
                        ? `第${chapter.next.place}课，共${chapter.lessons.length}课，约${chapter.next.minutes}分钟`
                        : chapter.hint}
                    </p>
                  </div>
                  <Onward chapter={chapter} />
                </div>
              )}
              <p className="aux key-desk">方向键换房间，回车进入。也可以切到列表。</p>
            </div>
          </>
        ) : (
          <ol className="rooms">
            {chapters.map((entry) => (
              <li key={entry.id}>
                <Link className="row" href={`/chapters/${entry.id}`} prefetch={false}>
                  <i className={`pane ${entry.state}`} />
                  <div>
                    <p className="n">
                      {entry.title}
                      <small>{entry.room}</small>
                    </p>
                    <p className="aux">{entry.motto}</p>
                  </div>
                  <span className="aux">{entry.hint}</span>
                </Link>
              </li>
            ))}
            <li>
              <Link className="row" href="/exam" prefetch={false}>
                <i className={`pane ${left === 0 ? 'on' : ''}`} />
                <div>
                  <p className="n">认证考试</p>
                  <p className="aux">{exam}</p>
                </div>
                <span className="aux">去看看</span>
              </Link>
            </li>
          </ol>
        )}
      </main>
      {chapter && (
        <aside className="pane-side" aria-label="房间">
          <p>
            <span className="plate">
              <b>{chapter.id}</b>
              <span>{chapter.title}</span>
            </span>
          </p>
          <h2>{chapter.room}</h2>
          <p className="sub">{chapter.motto}</p>
          <ul className="les sec">
            {chapter.lessons.map((lesson, place) => (
              <li key={lesson.id}>
                <Link
                  href={`/lessons/${lesson.id}`}
                  prefetch={false}
                  className={chapter.next?.kind === 'lesson' && chapter.next.place === place + 1 ? 'now' : ''}
                >
                  <i className={`pane ${lesson.done ? 'on' : lesson.cardIndex === null ? '' : 'half'}`} />
                  <span>{lesson.title}</span>
                  <span className="aux">{lesson.sections.length === 1 ? lesson.sections[0] : `${lesson.sections[0]}起`}</span>
                </Link>
              </li>
            ))}
            <li>
              <Link href={`/chapters/${chapter.id}`} prefetch={false}>
                <i className={`pane ${chapter.quiz.done ? 'on' : ''}`} />
                <span>章节测验与演练</span>
                <span className="aux">{chapter.quiz.items}题</span>
              </Link>
            </li>
          </ul>
          <Onward chapter={chapter} />
        </aside>
      )}
    </div>
  )
}
