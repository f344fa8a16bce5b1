import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { mailDelays } from '@/domain/mail'
import { systemScope } from '@/server/access'
import { testDatabase } from '@/tests/database'
import { postMail, takeDueMail } from './queries'
import { sendDueMail } from './send-due-mail'

const db = testDatabase()
const scope = systemScope('test')
const from = '亮窗 <liangchuang@example.com>'

/** What the mail server answers: nothing special, or these codes: to an address, and to the next letters. */
let answers: { recipient: Record<string, number>; letter: number[] }
let received: { to: string[]; text: string }[]
let server: SMTPServer
let url: string

const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code })
beforeEach(async () => {
  await db.mail.deleteMany()
  answers = { recipient: {}, letter: [] }
  received = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const code = answers.recipient[address]
      done(code ? refusal(code) : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = answers.letter.shift()
        if (code) return done(refusal(code))
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterEach(() => new Promise<void>((resolve) => server.close(resolve)))

const post = (recipient = 'reader@example.com') => postMail(db, scope, { recipient, subject: '重设密码', body: 'https://example.com/reset#login=1&code=2' })
const only = () => db.mail.findFirstOrThrow()
/** As if the letter had been written that long ago. */
const age = (minutes: number) => db.mail.updateMany({ data: { createdAt: new Date(Date.now() - minutes * 60_000) } })
const send = () => sendDueMail({ url, from })
const bodyOf = (text: string) => Buffer.from(text.split('\r\n\r\n').slice(1).join(), 'base64').toString() + text

it('a letter goes out once, as it was written, and its body is emptied', async () => {
  await post()
  expect(await send()).toEqual({ sent: 1, failed: 0 })
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['reader@example.com'])
  expect(bodyOf(received[0]?.text ?? '')).toContain('https://example.com/reset#login')
  expect(await only()).toMatchObject({ body: '', tries: 1, lastError: null, sentAt: expect.any(Date) })
  expect(await send()).toEqual({ sent: 0, failed: 0 })
})

it('"later" is tried again, not at once, and goes out then', async () => {
  await post()
  answers.letter = [451]
  expect(await send()).toEqual({ sent: 0, failed: 1 })
  expect(await only()).toMatchObject({ tries: 1, lastError: expect.stringContaining('451'), sentAt: null, body: expect.stringContaining('code=2') })
  expect(await send()).toEqual({ sent: 0, failed: 0 })
  await age(2)
  expect(await send()).toEqual({ sent: 1, failed: 0 })
  expect(await only()).toMatchObject({ tries: 2, lastError: null, body: '' })
})

it('a mail server that does not answer costs tries, until the letter is given up', async () => {
  await post()
  const dead = { url: 'smtp://127.0.0.1:9', from }
  for (const [n, minutes] of mailDelays.entries()) {
    await age(minutes)
    expect(await sendDueMail(dead), `try ${n + 1}`).toEqual({ sent: 0, failed: 1 })
    expect(await sendDueMail(dead)).toEqual({ sent: 0, failed: 0 })
  }
  await age(10_000)
  expect(await send()).toEqual({ sent: 0, failed: 0 })
  expect(await only()).toMatchObject({ tries: mailDelays.length, lastError: expect.stringContaining('ECONNREFUSED'), sentAt: null, body: '' })
})

it('a recipient the server does not know is given up at once, and the others still get theirs', async () => {
  await post('nobody@example.com')
  await post('somebody@example.com')
  answers.recipient = { 'nobody@example.com': 550 }
  expect(await send()).toEqual({ sent: 1, failed: 1 })
  expect(await db.mail.findFirst({ where: { recipient: 'nobody@example.com' } })).toMatchObject({ tries: mailDelays.length, body: '', sentAt: null })
  expect(received.map(({ to }) => to)).toEqual([['somebody@example.com']])
})

it('an address that names two reaches neither', async () => {
  await post('one@example.com, two@example.com')
  await send()
  expect(received.flatMap(({ to }) => to)).not.toContain('two@example.com')
})

it('two workers never take the same letter', async () => {
  for (let n = 0; n < 20; n++) await db.mail.create({ data: { id: uuid(), recipient: `${n}@example.com`, subject: '', body: '' } })
  const taken = (await Promise.all(Array.from({ length: 4 }, () => takeDueMail(db, scope, 10)))).flat()
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length)
})

it('without settings nothing is touched', async () => {
  await post()
  expect(await sendDueMail(null)).toEqual({ sent: 0, failed: 0 })
  expect(await only()).toMatchObject({ tries: 0 })
})
