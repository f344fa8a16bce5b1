import Link from 'next/link'
import { completionPercent, definitions, type ErrorRate, errorPercent, type Figures, heatStep, rateBase } from '@/domain/report'
import { Icon } from './icon'

type Row = { unit: { id: string; name: string } | null; figures: Figures; heat: Map<string, ErrorRate>; href: string | null }
type Chapter = { id: string; title: string }

function HeatCell({ chapter, rate }: { chapter: Chapter; rate: ErrorRate | undefined }) {
  const percent = rate ? errorPercent(rate) : null
  return percent === null ? (
    <td className="h na">
      <span aria-hidden="true">—</span>
      <span className="vh">{chapter.title}不足5人</span>
    </td>
  ) : (
    <td className={`h h${heatStep(percent)}`}>
      {percent}
      <span className="vh">%</span>
    </td>
  )
}

/** Two characters say which chapter; the table has no room for more. */
const short = (title: string) => title.replace(/^(服务|客户)/, '').slice(0, 2)

/** Units in their own order, never by result: rate, figures, and first answers that were wrong. */
export function Units({ unitName, rows, chapters, figures }: { unitName: string; rows: Row[]; chapters: Chapter[]; figures: Figures }) {
  const drills = rows.some((row) => row.href)
  return (
    <section className="min-w-0">
      <div className="sec">
        <div className="sec-h">
          <h2>{drills ? '下级机构' : '本机构'}</h2>
          {drills && <span className="aux">点机构看下一级</span>}
        </div>
        <table className="units">
          <thead>
            <tr>
              <th scope="col">机构</th>
              <th scope="col" colSpan={3}>
                完成率
              </th>
              {chapters.map((chapter) => (
                <th key={chapter.id} scope="col" className="h">
                  <b>{chapter.id}</b>
                  <span aria-hidden="true">{short(chapter.title)}</span>
                  <span className="vh">{chapter.title}首答错误率</span>
                </th>
              ))}
              <th>
                <span className="vh">下一级</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const percent = completionPercent(row.figures)
              const name = row.unit?.name ?? (drills ? '本级人员' : unitName)
              return (
                <tr key={row.unit?.id ?? 'own'}>
                  <th scope="row">
                    {row.href ? (
                      <Link href={row.href} prefetch={false}>
                        {name}
                      </Link>
                    ) : (
                      <span>{name}</span>
                    )}
                    {row.figures.overdue > 0 && (
                      <small className="od">
                        <Icon name="alert" />
                        逾期{row.figures.overdue}
                      </small>
                    )}
                  </th>
                  <td className="br">
                    <span className="t" aria-hidden="true">
                      <i style={{ width: `${percent ?? 0}%` }} />
                    </span>
                  </td>
                  <td className="pc">
                    {percent === null ? (
                      '—'
                    ) : (
                      <>
                        <b>{percent}</b>%
                      </>
                    )}
                  </td>
                  <td className="ab">
                    {row.figures.completed}/{rateBase(row.figures)}
                  </td>
                  {chapters.map((chapter) => (
                    <HeatCell key={chapter.id} chapter={chapter} rate={row.heat.get(chapter.id)} />
                  ))}
                  <td className="cv">
                    {row.href && (
                      <Link href={row.href} prefetch={false} tabIndex={-1} aria-hidden="true">
                        <Icon name="right" />
                      </Link>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <WeakChapters rows={rows} chapters={chapters} />
      <div className="defs">
        <p className="heat-key">
          <span>各章为首答错误率（%），不足5人显示“—”。</span>
          <span className="lg" aria-hidden="true">
            低
            {[1, 2, 3, 4, 5, 6].map((step) => (
              <i key={step} className={`h${step}`} />
            ))}
            高
          </span>
        </p>
        <p>
          {definitions.slice(1).join('')}机构按建制顺序排列。{figures.waived > 0 && `免训${figures.waived}人不计入完成率。`}
        </p>
      </div>
    </section>
  )
}

/** On a phone the heat table becomes the few chapters that need most. */
function WeakChapters({ rows, chapters }: { rows: Row[]; chapters: Chapter[] }) {
  const weak = chapters
    .flatMap((chapter) => {
      const rate = rows.reduce<ErrorRate>(
        (sum, row) => {
          const one = row.heat.get(chapter.id)
          return one ? { people: sum.people + one.people, answers: sum.answers + one.answers, wrong: sum.wrong + one.wrong } : sum
        },
        { people: 0, answers: 0, wrong: 0 },
      )
      const percent = errorPercent(rate)
      return percent === null ? [] : [{ chapter, percent }]
    })
    .sort((a, b) => b.percent - a.percent)
    .slice(0, 5)
  return weak.length === 0 ? null : (
    <div className="weak">
      <h3>首答错误率较高的章</h3>
      <ul>
        {weak.map(({ chapter, percent }) => (
          <li key={chapter.id}>
            <span className="plate">
              <b>{chapter.id}</b>
              <span>{chapter.title}</span>
            </span>
            <span className={`h h${heatStep(percent)}`}>{percent}%</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
