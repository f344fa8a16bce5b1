import { completionPercent, definitions, errorPercent, type Figures, rateBase, stateWord } from '@/domain/report'
import { dateOnly, dayAndTime, fullDate } from '@/domain/time'
import type { ReportMember } from './queries'
import type { Report } from './report'

/** A report as sheets of cells, the same for every file format. */
export type Cell = string | number | Date | null
export type Column = { header: string; width: number; kind: 'text' | 'number' | 'percent' | 'date' | 'instant' }
export type Sheet = { name: string; columns: Column[]; rows: Cell[][] }

const text = (header: string, width: number): Column => ({ header, width, kind: 'text' })
const number = (header: string): Column => ({ header, width: 9, kind: 'number' })

/** An instant as Shanghai's wall clock in a `Date` whose UTC fields a spreadsheet shows as they are. */
export const wallClock = (instant: Date) => new Date(instant.getTime() + 8 * 3_600_000)

export function coverSheet(report: Report, exporter: string): Sheet {
  const { unit, occurrence, figures, asOf } = report
  const percent = completionPercent(figures)
  return {
    name: '说明',
    columns: [text('项目', 16), text('内容', 64)],
    rows: [
      ['机构', unit.name],
      ['任务', occurrence?.title ?? '尚无任务'],
      ['截止日期', occurrence ? fullDate(dateOnly(occurrence.dueOn)) : ''],
      ['数据截至', `${fullDate(wallClock(asOf).toISOString().slice(0, 10))}${dayAndTime(asOf).split(' ')[1]}（北京时间）`],
      ['导出人', exporter],
      ['应训', figures.required],
      ['免训', figures.waived],
      ['已完成', figures.completed],
      ['进行中', figures.inProgress],
      ['未开始', figures.notStarted],
      ['其中逾期', figures.overdue],
      ['已持证', figures.certified],
      ['完成率', percent === null ? '—' : `${percent}%=${figures.completed}÷${rateBase(figures)}`],
      ...definitions.map((definition): Cell[] => ['口径', definition]),
    ],
  }
}

const figureCells = (figures: Figures): Cell[] => {
  const percent = completionPercent(figures)
  return [
    figures.required,
    figures.waived,
    figures.completed,
    figures.inProgress,
    figures.notStarted,
    figures.overdue,
    figures.certified,
    percent === null ? null : percent / 100,
  ]
}

export function unitSheet({ unit, rows, figures, chapters }: Report): Sheet {
  return {
    name: '机构',
    columns: [
      text('机构', 26),
      ...['应训', '免训', '已完成', '进行中', '未开始', '逾期', '已持证'].map(number),
      { header: '完成率', width: 9, kind: 'percent' },
      ...chapters.map((chapter): Column => ({ header: `${chapter.title}首答错误率`, width: 18, kind: 'percent' })),
    ],
    rows: [
      ...rows.map((row): Cell[] => [
        row.unit?.name ?? `${unit.name}本级`,
        ...figureCells(row.figures),
        ...chapters.map((chapter) => {
          const rate = row.heat.get(chapter.id)
          const percent = rate ? errorPercent(rate) : null
          return percent === null ? '—' : percent / 100
        }),
      ]),
      ['合计', ...figureCells(figures), ...chapters.map(() => null)],
    ],
  }
}

export function memberSheet(members: ReportMember[], chapters: number): Sheet {
  return {
    name: '人员',
    columns: [
      text('机构', 26),
      text('姓名', 12),
      text('工号', 16),
      text('岗位', 16),
      text('人员类别', 10),
      { header: '入职日期', width: 12, kind: 'date' },
      text('状态', 10),
      text('逾期', 8),
      text('章节', 8),
      { header: '截止日期', width: 12, kind: 'date' },
      { header: '完成时间', width: 18, kind: 'instant' },
      text('持证', 8),
      text('免训原因', 30),
    ],
    rows: members.map((member) => [
      member.unitName,
      member.name,
      member.loginNames.join('、'),
      member.position,
      member.staffKind === 'agent' ? '个人代理' : '员工',
      member.hiredOn,
      stateWord[member.state],
      member.overdue ? '逾期' : '',
      `${member.chaptersDone}/${chapters}`,
      member.dueOn,
      member.completedAt && wallClock(member.completedAt),
      member.certified ? '有效' : '',
      member.waivedReason ?? '',
    ]),
  }
}
