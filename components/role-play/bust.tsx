import type { Scenario } from '@/domain/scenario'

/** The customer in a window: four plain people, whose brows and mouth follow the mood from 1 calm to 5 agitated. */
export function Bust({ figure, mood }: { figure: Scenario['persona']['figure']; mood: number }) {
  const woman = figure.endsWith('woman')
  const elder = figure.startsWith('elder')
  const hair = elder ? '#B9B1A8' : '#2B2420'
  const brow = mood >= 4 ? 'M37 42l9 4M63 42l-9 4' : mood === 3 ? 'M37 43h9M54 43h9' : 'M37 43q4-3 9-1M63 43q-4-3-9-1'
  const mouth = mood >= 4 ? 'M42 64q8-7 16 0' : mood === 3 ? 'M42 62h16' : 'M41 60q9 7 18 0'
  return (
    <svg className="bust" viewBox="0 0 100 100" aria-hidden="true">
      <rect width="100" height="100" fill="var(--color-wall-2)" />
      <path d="M0 0h100v26H0z" fill="var(--color-wall)" />
      <g stroke="#1F1B18" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round">
        {woman && <path d="M26 70Q22 22 50 22Q78 22 74 70Q62 76 50 74Q38 76 26 70Z" fill={hair} />}
        <path d="M12 100Q14 78 38 75L50 82L62 75Q86 78 88 100Z" fill={woman ? '#A3312C' : '#3C5A78'} />
        <path d="M42 66h16v11l-8 6-8-6z" fill="#E8C6A4" />
        <ellipse cx="50" cy="50" rx="19" ry="22" fill="#E8C6A4" />
        {woman ? (
          <path d="M31 46Q32 28 50 28Q68 28 69 46Q58 38 46 38Q36 40 31 46Z" fill={hair} />
        ) : (
          <path d="M31 46Q28 26 50 26Q72 26 69 46Q66 36 50 36Q35 36 31 46Z" fill={hair} />
        )}
        <path d={brow} fill="none" />
        <path d="M42 50v1M58 50v1" strokeWidth="3.600" />
        <path d={mouth} fill="none" />
        {elder && <path d="M36 52a6 6 0 1 0 12 0a6 6 0 1 0-12 0M52 52a6 6 0 1 0 12 0a6 6 0 1 0-12 0M48 51h4" fill="none" strokeWidth="1.500" />}
      </g>
    </svg>
  )
}
