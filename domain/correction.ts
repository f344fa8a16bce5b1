import { z } from 'zod'

/** Someone says that something of theirs is wrong; an administrator answers. */

export const openCorrectionsAtMost = 5

export const requestCorrectionBody = z.strictObject({
  id: z.uuidv7(),
  says: z.string().trim().min(4, '请写明哪一项有误，应当是什么。').max(300, '最多300字，没有提交。请缩短后再提交。'),
})
export type RequestCorrectionBody = z.infer<typeof requestCorrectionBody>
export type RequestCorrectionResult = { requested: true }

export const resolveCorrectionBody = z.strictObject({
  outcome: z.string().trim().min(2, '请写一句处理结果，本人会看到。').max(300, '最多300字，没有保存。请缩短后再存。'),
})
export type ResolveCorrectionBody = z.infer<typeof resolveCorrectionBody>
export type ResolveCorrectionResult = { resolved: true }
