import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { oneTimeCodeDays } from '@/domain/credential'
import { dryRunRows, leaversNeedConfirming, outcomeWord, type Roster, readRoster } from '@/domain/roster'
import { businessDay, fullDate } from '@/domain/time'
import { createDatabase, databaseNow } from '@/server/db'
import { withoutFormula } from '@/server/reports/csv'
import type { Comparison } from '@/server/rosters/compare-roster'
import { importRoster } from '@/server/rosters/import-roster'
import { readFile } from '@/server/rosters/read-file'
import { RosterRefused } from '@/server/rosters/refused'
import type { HandedCode } from '@/server/rosters/write-roster'
import { databaseName, dataFolder, startEmbeddedDatabase } from './embedded-database'
import { startPostgres } from './postgres'
import { StartupError } from './startup-error'

/** `npm run people:import -- roster.xlsx`: people and units from a roster, all or nothing; the same reading and writing as in the web. */

const usage = `用法：npm run people:import -- 花名册.xlsx或csv [选项]
  --dry-run           只预检，不写入
  --full              完整名册：名册里没有的人记为离职
  --leavers 人数      离职超过5%时，写明离职人数才写入
  --database-url      postgresql://…，不写用内置数据库`

/** Chinese characters are two columns wide. */
const widthOf = (text: string) => [...text].reduce((width, character) => width + (/[\u2e80-\uffe6]/.test(character) ? 2 : 1), 0)
function printTable(header: string[], rows: string[][]): void {
  const widths = header.map((title, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))))
  for (const row of [header, ...rows]) console.log(`  ${row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd())
}

/** Rows that would change nothing are counted only: a province's roster has thousands of them. */
function printComparison(roster: Roster, { plan }: Comparison): void {
  const shown = dryRunRows(roster, plan).filter((row) => row.outcome !== 'unchanged' || row.warned)
  printTable(
    ['行', '结果', '姓名', '单元格', '列', '说明'],
    shown.flatMap(({ line, outcome, name, notes }) =>
      notes.map((note, i) => (i === 0 ? [String(line ?? ''), outcomeWord[outcome], name] : ['', '', '']).concat(note.cell ?? '', note.column, note.says)),
    ),
  )
  if (plan.newUnits.length > 0) {
    console.log('\n新机构')
    for (const unit of plan.newUnits) console.log(`  ${unit.key}`)
  }
}

const quoted = (text: string) => `"${withoutFormula(text).replaceAll('"', '""')}"`
/** Writes the codes beside the roster, for its owner only. Never over an older file, whose codes may not have been handed out. */
function writeCodes(file: string, codes: HandedCode[], expires: string): void {
  const lines = [['机构', '姓名', '登录名', '登录码', '有效期至'], ...codes.map(({ unit, name, loginName, code }) => [unit, name, loginName, code, expires])]
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(handle, `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)
  } finally {
    closeSync(handle)
  }
}

/** The database meant: the one named, else the embedded one, whether the application is running on it or not. */
async function openDatabase(named: string | undefined): Promise<{ url: string; close: () => Promise<void> }> {
  if (named) return { url: named, close: async () => {} }
  try {
    const { url, postgres, release } = await startEmbeddedDatabase()
    return {
      url,
      close: async () => {
        await release()
        postgres.stop()
      },
    }
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    // The application holds it: then its Postgres runs, and stays running.
    const postgres = await startPostgres(path.join(dataFolder, 'postgres'))
    return { url: postgres.url(databaseName), close: async () => {} }
  }
}

/** What an operator can mend, in words; null for a fault of ours. */
function explain(error: unknown): string | null {
  if (error instanceof StartupError || error instanceof RosterRefused) return error.message
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code.startsWith('ERR_PARSE_ARGS')) return usage
  if (code === 'P2021' || /relation .* does not exist/.test(message)) return '库里还没有表。请先 npm start 一次，再导入。'
  if (/reach database|ECONNREFUSED|ENOTFOUND|Authentication failed|denied access|does not exist|timed? ?out/i.test(message))
    return '连不上数据库。请核对地址、用户和密码后再试。'
  return null
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      leavers: { type: 'string' },
      'database-url': { type: 'string' },
    },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new StartupError(usage)
  if (!existsSync(file)) throw new StartupError(`找不到文件 ${file}。`)
  const records = await readFile(readFileSync(file))
  const { url, close } = await openDatabase(values['database-url'] ?? process.env.DATABASE_URL)
  const db = createDatabase(url, { max: 2 })
  try {
    const now = await databaseNow(db)
    const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
    const codeFile = path.join(path.dirname(path.resolve(file)), `${path.basename(file, path.extname(file))}-登录码-${stamp}.csv`)
    const expires = fullDate(businessDay(new Date(now.getTime() + oneTimeCodeDays * 86_400_000)))
    let kept = false
    const roster = readRoster(records, businessDay(now))
    const outcome = await importRoster(db, roster, {
      fileName: path.basename(file),
      full: values.full,
      confirms: ({ summary: { counts } }) => !values['dry-run'] && (!leaversNeedConfirming(counts) || values.leavers === String(counts.leaving)),
      keepCodes: (codes) => {
        writeCodes(codeFile, codes, expires)
        kept = true
      },
    }).catch((error: unknown) => {
      // Codes of people who were not written open nothing.
      if (kept) rmSync(codeFile, { force: true })
      throw error
    })
    const { counts } = outcome.summary
    printComparison(roster, outcome)
    console.log(
      `\n新增${counts.new}人，更新${counts.changed}人，离职${counts.leaving}人，不变${counts.unchanged}人，有误${counts.wrong}行，新机构${counts.newUnits}个。`,
    )
    if (counts.wrong > 0) {
      console.log('有误的行改好之前，一行也不会写入。')
      return 1
    }
    if (outcome.written) {
      console.log(`已全部写入。加入学习任务${outcome.joined}人${outcome.ended > 0 ? `，退出${outcome.ended}人` : ''}。24小时内可在“人员导入”页撤销。`)
      if (outcome.codes > 0) console.log(`${outcome.codes}个登录码在 ${codeFile}，${expires}前有效。发完请删除这个文件。`)
      return 0
    }
    if (values['dry-run']) console.log('这是预检，没有写入。')
    else if (counts.new + counts.changed + counts.leaving === 0) console.log('和库里一致，没有要写入的。')
    else {
      console.log(`离职${counts.leaving}人，超过在册${counts.presentBefore}人的5%，没有写入。核对后加上 --leavers ${counts.leaving} 再来一次。`)
      return 1
    }
    return 0
  } finally {
    await db.$disconnect()
    await close()
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    const sentence = explain(error)
    console.error(sentence ? `\n${sentence}\n` : error)
    process.exit(1)
  },
)
