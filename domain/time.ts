/** Instants are UTC; days are Shanghai's. Nothing here reads a clock. */

const zone = 'Asia/Shanghai'
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const partsFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The business day (from 00:00 in Shanghai) of an instant, as YYYY-MM-DD. */
export const businessDay = (instant: Date): string => dayFormat.format(instant)
/** The learning day, which turns at 04:00. */
export const learningDay = (instant: Date): string => dayFormat.format(new Date(instant.getTime() - 4 * 3_600_000))
/** Hour of the day in Shanghai, 0–23. */
export const shanghaiHour = (instant: Date): number => Number(partsFormat.format(instant).slice(0, 2))

/** A `date` column (midnight UTC) as YYYY-MM-DD. */
export const dateOnly = (date: Date): string => date.toISOString().slice(0, 10)

/** 2026-12-05 → 12月5日. */
export const monthAndDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
/** 2026-12-05 → 2026年12月5日. */
export const fullDate = (day: string): string => `${day.slice(0, 4)}年${monthAndDay(day)}`
/** An instant as 12月5日 09:05 in Shanghai. */
export const dayAndTime = (instant: Date): string => `${monthAndDay(businessDay(instant))} ${partsFormat.format(instant)}`
/** An instant as 2026年12月5日 09:05 in Shanghai. */
export const fullDayAndTime = (instant: Date): string => `${fullDate(businessDay(instant))} ${partsFormat.format(instant)}`

/** Weekday of a YYYY-MM-DD, Monday 0 … Sunday 6. */
export const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
/** The day `days` later (or earlier). */
export const addDays = (day: string, days: number): string => dateOnly(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000))
/** Monday of the week of a day. */
export const mondayOf = (day: string): string => addDays(day, -weekdayOf(day))
/** The same day `years` later; 29 February becomes the 28th where there is none. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return dateOnly(new Date(Date.UTC(year + years, month - 1, Math.min(date, lastOfMonth))))
}
/** 2026年12月1日—12月31日; the year once where it is the same. */
export function dayRange(from: string, to: string): string {
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${fullDate(from)}—${fullDate(to)}`
  return `${fullDate(from)}—${monthAndDay(to)}`
}
