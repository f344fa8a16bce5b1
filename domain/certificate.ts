import { z } from 'zod'

export const revocationReasons = ['成绩作废', '人员变动', '签发错误', '其他'] as const
export const revokeCertificateBody = z
  .strictObject({ reason: z.enum(revocationReasons, '请选择撤销原因'), note: z.string().max(200, '说明请在200字以内'), number: z.string().max(40) })
  .refine((body) => body.reason !== '其他' || body.note.trim().length >= 4, '选“其他”时，请写明原因')
export type RevokeCertificateBody = z.infer<typeof revokeCertificateBody>
export type RevokeCertificateResult = { revokedAt: string }

export const checkHolderBody = z.strictObject({ name: z.string().min(1, '请输入姓名').max(30, '姓名请在30字以内') })
export type CheckHolderBody = z.infer<typeof checkHolderBody>
export type CheckHolderResult = { matches: boolean }

export const lookUpCertificateBody = z.strictObject({ number: z.string().min(1, '请输入证书编号').max(40), name: z.string().min(1, '请输入持证人姓名').max(30) })
export type LookUpCertificateBody = z.infer<typeof lookUpCertificateBody>

export type CertificateStatus = 'valid' | 'expired' | 'revoked'
export const statusWord: Record<CertificateStatus | 'unknown', string> = { valid: '有效', expired: '已过期', revoked: '已撤销', unknown: '查无此证' }
/** Both number and name must fit, else the answer is the same as for a number that does not exist. */
export type LookUpCertificateResult = { status: CertificateStatus | 'unknown' }
