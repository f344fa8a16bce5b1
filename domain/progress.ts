import type { SittingDecision } from './attempt'
import type { Chapter, Programme } from './curriculum'

/** How far a learner is: what home, map and chapter pages show. */

/** `half`: something of the room is done or under way. */
export type RoomState = 'off' | 'half' | 'on'

export type LessonProgress = { id: string; title: string; minutes: number; sections: string[]; done: boolean; cardIndex: number | null; cards: number }
export type ChapterProgress = Pick<Chapter, 'id' | 'slug' | 'title' | 'room' | 'roomKey' | 'motto' | 'badge'> & {
  state: RoomState
  lessons: LessonProgress[]
  quiz: { items: number; passPercent: number; done: boolean }
  scenarios: { id: string; title: string; done: boolean }[]
}

/** The assignment that asks something of this learner now; null for someone nothing is asked of. */
export type Duty = {
  occurrenceId: string
  programme: Programme
  /** YYYY-MM-DD */
  dueOn: string
  overdue: boolean
  completed: boolean
  waived: boolean
  sitting: SittingDecision
  /** The exam's time for this learner, who may have been given more. */
  examMinutes: number
}

export type Progress = {
  chapters: ChapterProgress[]
  duty: Duty | null
  openExamId: string | null
  scenariosPassed: number
  /** Questions whose latest answer was wrong. */
  mistakes: number
  practisedToday: boolean
  /** Monday to Sunday of this week: learned on that day? */
  week: boolean[]
  /** Today's place in `week`. */
  weekday: number
  points: number
  badges: { chapterId: string; awardedAt: Date }[]
  certificate: { id: string; validUntil: string } | null
}

/**
 * The duty that home, map and exam speak of, out of several: the overdue ones first, then what is due first; when nothing is left to do, the
 * one completed for the latest day, and a waived one only when there is no other.
 */
export function foremostDuty<D extends Pick<Duty, 'dueOn' | 'overdue' | 'completed' | 'waived'>>(duties: D[]): D | null {
  const rank = (duty: D) => (duty.waived ? 3 : duty.completed ? 2 : duty.overdue ? 0 : 1)
  const later = (a: D, b: D) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
  return [...duties].sort((a, b) => rank(a) - rank(b) || (rank(a) < 2 ? later(a, b) : later(b, a)))[0] ?? null
}

export type Facts = {
  lessonsDone: Set<string>
  quizzesDone: Set<string>
  scenariosDone: Set<string>
  positions: Map<string, number>
}

/** A chapter is complete when every lesson and its quiz are; role-plays count for the programme, not for the window. */
export function chapterProgress(
  chapter: Chapter,
  lessons: { id: string; title: string; minutes: number; sections: string[]; cards: unknown[] }[],
  scenarios: { id: string; title: string }[],
  facts: Facts,
): ChapterProgress {
  const { id, slug, title, room, roomKey, motto, badge } = chapter
  const own = lessons.map(
    (lesson): LessonProgress => ({
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      sections: lesson.sections,
      done: facts.lessonsDone.has(lesson.id),
      cardIndex: facts.positions.get(lesson.id) ?? null,
      cards: lesson.cards.length,
    }),
  )
  const quizDone = facts.quizzesDone.has(id)
  const begun = quizDone || own.some((lesson) => lesson.done || lesson.cardIndex !== null)
  return {
    id,
    slug,
    title,
    room,
    roomKey,
    motto,
    badge,
    state: quizDone && own.every((lesson) => lesson.done) ? 'on' : begun ? 'half' : 'off',
    lessons: own,
    quiz: { ...chapter.quiz, done: quizDone },
    scenarios: scenarios.map((scenario) => ({ id: scenario.id, title: scenario.title, done: facts.scenariosDone.has(scenario.id) })),
  }
}

export type Today =
  | { kind: 'resume-exam'; attemptId: string }
  | { kind: 'lesson'; chapter: ChapterProgress; lesson: LessonProgress; place: number }
  | { kind: 'quiz'; chapter: ChapterProgress }
  | { kind: 'scenario'; chapter: ChapterProgress; scenario: { id: string; title: string } }
  | { kind: 'exam'; programme: Programme; sitting: number; minutes: number }
  | { kind: 'practice'; reason: 'daily' | 'before-retake' }
  | { kind: 'nothing' }

/** What stands between a learner and the exam: chapters not lit, role-plays still to pass. Empty when the door is open. */
export function beforeExam(progress: Pick<Progress, 'chapters' | 'scenariosPassed'>, programme: Programme): { chapters: ChapterProgress[]; scenarios: number } {
  return {
    chapters: progress.chapters.filter((chapter) => programme.chapters.includes(chapter.id) && chapter.state !== 'on'),
    scenarios: Math.max(0, programme.scenarios.required - progress.scenariosPassed),
  }
}

/** The next thing in a chapter that is not complete. */
export function nextIn(chapter: ChapterProgress): Extract<Today, { kind: 'lesson' | 'quiz' }> | null {
  const at = chapter.lessons.findIndex((lesson) => !lesson.done)
  const lesson = chapter.lessons[at]
  if (lesson) return { kind: 'lesson', chapter, lesson, place: at + 1 }
  return chapter.quiz.done ? null : { kind: 'quiz', chapter }
}

/**
 * Today's one thing: an exam under way, else the next step of what is required, a room already begun before a dark one, else the
 * daily practice, else a role-play not yet passed, else nothing.
 */
export function today(progress: Progress): Today {
  if (progress.openExamId) return { kind: 'resume-exam', attemptId: progress.openExamId }
  const unlit = progress.chapters.filter((chapter) => chapter.state !== 'on')
  const chapter = unlit.find((entry) => entry.state === 'half') ?? unlit[0]
  const step = chapter ? nextIn(chapter) : null
  if (step) return step
  const open = progress.chapters.flatMap((entry) =>
    entry.scenarios.filter((scenario) => !scenario.done).map((scenario) => ({ kind: 'scenario' as const, chapter: entry, scenario })),
  )[0]
  const { duty } = progress
  if (duty && !duty.completed && !duty.waived) {
    if (open && beforeExam(progress, duty.programme).scenarios > 0) return open
    if (duty.sitting.kind === 'may-sit') return { kind: 'exam', programme: duty.programme, sitting: duty.sitting.sitting, minutes: duty.examMinutes }
    if (!progress.practisedToday) return { kind: 'practice', reason: 'before-retake' }
  }
  if (!progress.practisedToday) return { kind: 'practice', reason: 'daily' }
  return open ?? { kind: 'nothing' }
}
