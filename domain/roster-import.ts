import { z } from 'zod'
import type { RosterCounts } from './roster'

/** An import from upload to undo: its states, and what is remembered of it. */

export type ImportState = 'staged' | 'checked' | 'refused' | 'writing' | 'written' | 'undoing' | 'undone'
export const importStateWord: Record<ImportState, string> = {
  staged: '正在预检',
  checked: '待确认',
  refused: '读不出',
  writing: '正在写入',
  written: '已写入',
  undoing: '正在撤销',
  undone: '已撤销',
}
/** States in which a job has something to do. */
export const isUnderWay = (state: ImportState): boolean => state === 'staged' || state === 'writing' || state === 'undoing'

/** Why an undo leaves someone as they are. */
export const keptReasonWord = { used: '已登录或已有学习记录', changed: '导入后又改过', closed: '原机构已停用' } as const
export type KeptPerson = { name: string; loginName: string; reason: keyof typeof keptReasonWord }

export type RosterSummary = {
  counts: RosterCounts
  /** Stands for the plan that was shown: what is confirmed must be what is written. */
  digest: string
  /** Who confirmed it, or asked for the undo. */
  askedById?: string
  /** The confirmed plan no longer held, because people had changed since: this is the new one. */
  outdated?: boolean
  /** Writing, or undoing, was cut short and taken back whole. */
  interrupted?: boolean
  written?: { joined: number; ended: number; newUnits: { id: string; name: string }[] }
  undone?: { removed: number; restored: number; units: number; kept: KeptPerson[]; keptCount: number }
}

/** `leavers`: how many leave, typed by whoever confirms; needed only where they are many. */
export const confirmRosterBody = z.strictObject({ leavers: z.number().int().min(0).nullable() })
export type ConfirmRosterBody = z.infer<typeof confirmRosterBody>
export type UploadRosterResult = { importId: string }
export type RosterStateResult = { state: ImportState }
