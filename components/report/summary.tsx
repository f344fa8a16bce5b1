import { completionPercent, type Figures, rateBase } from '@/domain/report'
import { Icon } from './icon'

/** One statement: the rate, its formula, and what it is made of. */
export function Summary({ figures }: { figures: Figures }) {
  const { required, waived, completed, inProgress, notStarted, overdue, certified } = figures
  const percent = completionPercent(figures)
  return (
    <section className="rate-sum" aria-label="完成率">
      <div>
        <p className="rl">完成率</p>
        {percent === null ? (
          <p className="rate none">—</p>
        ) : (
          <p className="rate">
            {percent}
            <small>%</small>
          </p>
        )}
      </div>
      <div className="min-w-0">
        <div className="stack" role="img" aria-label={`已完成${completed}人，进行中${inProgress}人，未开始${notStarted}人`}>
          {completed > 0 && <i className="a" style={{ flexGrow: completed }} />}
          {inProgress > 0 && <i className="b" style={{ flexGrow: inProgress }} />}
          {notStarted > 0 && <i className="c" style={{ flexGrow: notStarted }} />}
        </div>
        <ul className="keys">
          <li>
            <i className="a" />
            已完成<b>{completed}</b>
          </li>
          <li>
            <i className="b" />
            进行中<b>{inProgress}</b>
          </li>
          <li>
            <i className="c" />
            未开始<b>{notStarted}</b>
          </li>
          <li>
            应训<b>{required}</b>
          </li>
          <li>
            免训<b>{waived}</b>
          </li>
          <li>
            已持证<b>{certified}</b>
          </li>
          {overdue > 0 && (
            <li className="od">
              <Icon name="alert" />
              其中逾期<b>{overdue}</b>
            </li>
          )}
        </ul>
        <p className="aux formula">完成率=已完成÷（应训−免训）{percent !== null && `=${completed}÷${rateBase(figures)}`}</p>
      </div>
    </section>
  )
}
