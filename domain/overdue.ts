/** Someone hired less than this many days ago is not overdue yet. */
export const newHireDays = 3

/** Past the due date, as days of business (YYYY-MM-DD): the due day itself is still in time, and a new hire gets three days. */
export function isOverdue(dueOn: string, hiredOn: string, today: string): boolean {
  return today > dueOn && (Date.parse(today) - Date.parse(hiredOn)) / 86_400_000 >= newHireDays
}
