import { mailedLink } from './credential'

export type Letter = { recipient: string; subject: string; body: string }

/**
 * Minutes after a letter was written at which it is tried: at once, then further and further apart. All within the hour that a link in it is
 * good for; after the last it is given up.
 */
export const mailDelays = [0, 1, 3, 10, 25, 50]

/** The letter with a link to set a new password. */
export const resetLetter = (recipient: string, address: string): Letter => ({
  recipient,
  subject: '亮窗：重设密码',
  body: `您好：

有人用您的登录名申请重设密码。请在${mailedLink.minutes}分钟内打开下面的网址，设一个新密码。网址只能用一次，请不要转发。

${address}

如果不是您本人申请的，不用理会这封邮件，原密码照常可用。

亮窗 客户服务标准学习平台
`,
})
