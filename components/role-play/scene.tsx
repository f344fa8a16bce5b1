import type { ScenarioHeading } from '@/domain/scenario'
import { Counter } from '../drawings/counter'
import { DeskPhone } from '../drawings/desk-phone'
import { Hall } from '../drawings/hall'
import { VisitTable } from '../drawings/visit-table'
import '../drawings/hall.css'

/** A window of the hall drawing: which room, and what is seen there. */
const rooms = {
  hall: { room: 'guide', viewBox: '684 500 270 148', title: '营业大厅', desc: '门口有人进来，大厅里的服务人员迎上去。' },
  inside: { room: 'manner', viewBox: '406 204 270 140', title: '内部', desc: '同事们在楼里的一间屋子里。' },
} as const

/** Where a role-play takes place, drawn. */
export function Scene({ channel, form }: Pick<ScenarioHeading, 'channel' | 'form'>) {
  if (form === 'telephone' || channel === 'telephone')
    return (
      <div className="place" role="img" aria-label="桌上的电话正在响。">
        <DeskPhone rings={2} ringing={false} lifted={false} />
      </div>
    )
  if (channel === 'counter')
    return (
      <div className="place">
        <Counter />
      </div>
    )
  if (channel === 'visit')
    return (
      <div className="place">
        <VisitTable />
      </div>
    )
  const { room, viewBox, title, desc } = rooms[channel]
  return (
    <div className="place" role="img" aria-label={`${title}：${desc}`}>
      <Hall states={{ [room]: 'on' }} viewBox={viewBox} />
    </div>
  )
}
