import { saveLessonPosition } from '@/server/learning/save-lesson-position'

export const PUT = saveLessonPosition
