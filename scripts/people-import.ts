import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { oneTimeCodeDays } from '@/domain/credential'
import { type Remark, type RosterPlan, readRoster } from '@/domain/roster'
import { businessDay, fullDate } from '@/domain/time'
import { createDatabase, databaseNow } from '@/server/db'
import { type HandedCode, importRoster } from '@/server/people/import-roster'
import { withoutFormula } from '@/server/reports/csv'
import { databaseName, dataFolder, startEmbeddedDatabase } from './embedded-database'
import { startPostgres } from './postgres'
import { StartupError } from './startup-error'

/** `npm run people:import -- roster.csv [--dry-run] [--database-url …]`: people and units from a roster, all or nothing. */

const usage = '用法：npm run people:import -- 花名册.csv [--dry-run] [--database-url postgresql://…]'

/** The text of a file in UTF-8, with or without its mark, in UTF-16 with one, or else in GB 18030, which GBK is a part of. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function readRecords(file: string): { line: number; cells: string[] }[] {
  const text = decode(readFileSync(file))
  const delimiter = text.split('\n', 1)[0]?.includes('\t') ? '\t' : ','
  try {
    const records = parse(text, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    throw new StartupError(`第${(error as { lines?: number }).lines ?? '?'}行读不下去：引号没有成对。请用表格软件另存为 csv 再试。`)
  }
}

/** Chinese characters are two columns wide. */
const widthOf = (text: string) => [...text].reduce((width, character) => width + (/[\u2e80-\uffe6]/.test(character) ? 2 : 1), 0)
function printTable(header: string[], rows: string[][]): void {
  const widths = header.map((title, i) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[i] ?? ''))))
  for (const row of [header, ...rows]) console.log(`  ${row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd())
}

function printRemarks(title: string, remarks: Remark[]): void {
  if (remarks.length === 0) return
  console.log(`\n${title}`)
  printTable(
    ['行', '列', '原因'],
    [...remarks].sort((a, b) => a.line - b.line).map(({ line, column, reason }) => [String(line), column, reason]),
  )
}

function printPlan(plan: RosterPlan): void {
  const rows = [
    ...plan.newPeople.map(({ row, unitKey }) => ({ line: row.line, cells: ['新增', row.name, '', unitKey] })),
    ...plan.changed.flatMap(({ row, changes }) =>
      changes.map(({ column, from, to }) => ({ line: row.line, cells: ['更新', row.name, column, `${from || '（空）'} → ${to}`] })),
    ),
    ...plan.unchanged.map((row) => ({ line: row.line, cells: ['不变', row.name, '', ''] })),
    ...plan.faults.map(({ line, column, reason }) => ({ line, cells: ['有误', '', column, reason] })),
  ].sort((a, b) => a.line - b.line)
  printTable(
    ['行', '结果', '姓名', '列', '说明'],
    rows.map(({ line, cells }) => [String(line), ...cells]),
  )
  if (plan.newUnits.length > 0) {
    console.log('\n新机构')
    for (const unit of plan.newUnits) console.log(`  ${unit.key}`)
  }
  printRemarks('提醒', plan.warnings)
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
  if (error instanceof StartupError) return error.message
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
    options: { 'dry-run': { type: 'boolean', default: false }, 'database-url': { type: 'string' } },
  })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new StartupError(usage)
  if (!existsSync(file)) throw new StartupError(`找不到文件 ${file}。`)
  const records = readRecords(file)
  const { url, close } = await openDatabase(values['database-url'] ?? process.env.DATABASE_URL)
  const db = createDatabase(url, { max: 2 })
  try {
    const now = await databaseNow(db)
    const today = businessDay(now)
    const { people, faults } = readRoster(records, today)
    const stamp = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
    const codeFile = path.join(path.dirname(path.resolve(file)), `${path.basename(file, path.extname(file))}-登录码-${stamp}.csv`)
    const expires = fullDate(businessDay(new Date(now.getTime() + oneTimeCodeDays * 86_400_000)))
    let kept = false
    const keepCodes = (codes: HandedCode[]) => {
      writeCodes(codeFile, codes, expires)
      kept = true
    }
    const dryRun = values['dry-run'] || faults.length > 0
    const outcome = await importRoster(db, people, { dryRun, keepCodes }).catch((error: unknown) => {
      // Codes of people who were not written open nothing.
      if (kept) rmSync(codeFile, { force: true })
      throw error
    })
    const plan = { ...outcome.plan, faults: [...faults, ...outcome.plan.faults] }
    printPlan(plan)
    console.log(
      `\n新增${plan.newPeople.length}人，更新${plan.changed.length}人，不变${plan.unchanged.length}人，有误${new Set(plan.faults.map((fault) => fault.line)).size}行，新机构${plan.newUnits.length}个。`,
    )
    if (plan.faults.length > 0) {
      console.log('有误的行改好之前，一行也不会写入。')
      return 1
    }
    if (values['dry-run']) console.log('这是预检，没有写入。')
    else if (!outcome.written) console.log('和库里一致，没有要写入的。')
    else {
      console.log(`已全部写入。加入学习任务${outcome.joined}人${outcome.ended > 0 ? `，退出${outcome.ended}人` : ''}。`)
      if (outcome.codes > 0) console.log(`${outcome.codes}个登录码在 ${codeFile}，${expires}前有效。发完请删除这个文件。`)
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
