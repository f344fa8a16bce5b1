import { z } from 'zod'
import type { Settings } from './setting'

/**
 * The privacy notice: its only text. Whoever changes what it says gives it a new version, and everybody is shown it once more. It must say what
 * `prisma/schema.prisma` stores, no less.
 */
export const noticeVersion = '2026-11-26'

export const acknowledgeNoticeBody = z.strictObject({ version: z.string().max(20) })
export type AcknowledgeNoticeBody = z.infer<typeof acknowledgeNoticeBody>
export type AcknowledgeNoticeResult = { acknowledged: true }

export type NoticeSection = { title: string; paragraphs: string[] }

/** The notice with what this deployment has set. */
export function notice({ issuer, settings }: { issuer: string; settings: Pick<Settings, 'privacyContact' | 'retention'> }): NoticeSection[] {
  const { name, phone, mail } = settings.privacyContact
  return [
    {
      title: '谁在用，做什么用',
      paragraphs: [`本平台由${issuer}使用，用来教服务标准、记录谁已学完、签发和核验证书。不作别的用途，不提供给外部。`],
    },
    {
      title: '记录什么',
      paragraphs: [
        '账户：姓名、登录名、机构、岗位、服务环节、人员类别、入职日期、在岗状态、角色，由本单位导入或登记。手机与邮箱可以不填。花名册的比对结果保存下来，用于核对和撤销。密码和登录码只存不可还原的摘要。',
        '学习：学到哪一课哪一张、每道题的作答与时间、对错、考试开始与交卷时间、成绩、积分、勋章、证书。课文停留多久不记。',
        '情景演练：每一步的选择、自己写的话、用了多少毫秒、判定。',
        '任务：截止日期、延期、免训与原因、考试加时与加考。',
        '登录：每台设备的浏览器与系统名称、登录时间、最后使用时间；输错密码的次数。',
        '操作：谁在什么时候改了什么，写入审计日志，不能修改。运行日志只记账户编号、功能与结果。您提出的更正申请和答复也会保存。发给您的邮件，正文发出后清空，只留标题与时间。',
        '浏览器里只存：登录凭据、外观选择、关掉的公告，以及断网时还没有提交的答案。不读取位置、通讯录与相册。',
      ],
    },
    {
      title: '谁能看',
      paragraphs: [
        '您本人：自己的全部记录，可以导出。考试题的答案与解析除外。',
        '本机构及上级机构的经理：姓名、登录名、岗位、任务进度、考试各次成绩与各节得分、证书。看不到每道题的作答和演练里说的话。',
        '平台管理员：以上内容，以及手机、邮箱、角色、更正申请和审计日志，用来维护账户。',
        '内容负责人：只看题目与条款的统计，没有姓名。',
        '任何人用证书编号验真：部分姓名、证书名称、编号、机构、日期与状态。',
      ],
    },
    { title: '留多久', paragraphs: settings.retention.text.split('\n').filter((line) => line.trim() !== '') },
    {
      title: '您可以做的',
      paragraphs: ['在“我的”里打开“我的数据”：导出自己的全部数据，或者提出更正。答复也在那里看。', '要求删除，或者对处理有疑问，请找下面的联系人。'],
    },
    { title: '联系人', paragraphs: [name, ...(phone ? [`电话：${phone}`] : []), ...(mail ? [`邮箱：${mail}`] : [])] },
  ]
}
