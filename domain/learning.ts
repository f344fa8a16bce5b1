import { z } from 'zod'

export const lessonPositionBody = z.strictObject({ cardIndex: z.number().int().min(0).max(20) })
export type LessonPositionBody = z.infer<typeof lessonPositionBody>
