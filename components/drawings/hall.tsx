import type { RoomState } from '@/domain/progress'

/** The service hall in section, for wide screens. Decoration: names and states are the page's text. */
export type HallStates = Partial<Record<string, RoomState>>

/** Where each room lies, in percent of the drawing: left, top, width, height. */
export const hallPlaces: Record<string, { left: number; top: number; width: number; height: number }> = {
  general: { left: 7.57, top: 74.7, width: 22.11, height: 22.29 },
  principles: { left: 7.57, top: 52.41, width: 22.11, height: 21.08 },
  dress: { left: 40.24, top: 52.41, width: 26.89, height: 21.08 },
  grooming: { left: 67.93, top: 52.41, width: 26.89, height: 21.08 },
  manner: { left: 40.24, top: 30.12, width: 26.89, height: 21.08 },
  guide: { left: 67.93, top: 74.7, width: 26.89, height: 22.29 },
  counter: { left: 40.24, top: 74.7, width: 26.89, height: 22.29 },
  phone: { left: 67.93, top: 30.12, width: 26.89, height: 21.08 },
  gallery: { left: 7.57, top: 30.12, width: 22.11, height: 21.08 },
}
export const hallRatio = '1004 / 664'

export function Hall({ states, viewBox = '2 4 1004 664', ...rest }: { states: HallStates } & React.SVGProps<SVGSVGElement>) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" className="lc lc-hall" viewBox={viewBox} aria-hidden="true" {...rest}>
      <defs>
        <g id="lch-w3034">
          <path style={{ display: 'var(--_rays,none)' }} d="M-13-22l-3-4.6M0-23v-5.4M13-22l3-4.6" />
          <rect style={{ fill: 'var(--_pap)' }} x="-15" y="-17" width="30" height="34" rx="1" />
          <rect style={{ fill: 'var(--_pa)', strokeWidth: '1.4' }} x="-12.8" y="-14.8" width="11.8" height="13.8" />
          <rect style={{ fill: 'var(--_pa)', strokeWidth: '1.4' }} x="1" y="-14.8" width="11.8" height="13.8" />
          <rect style={{ fill: 'var(--_pb)', strokeWidth: '1.4' }} x="-12.8" y="1" width="11.8" height="13.8" />
          <rect style={{ fill: 'var(--_pb)', strokeWidth: '1.4' }} x="1" y="1" width="11.8" height="13.8" />
          <path d="M-19 19H19" />
          <g style={{ display: 'var(--_tag,none)' }}>
            <circle style={{ fill: 'var(--_pap)' }} cx="14" cy="14" r="8" />
            <path style={{ strokeWidth: '1.6' }} d="M17.6 11.8a4.2 4.2 0 1 0 .5 4M18.4 8.6v3.4h-3.4" />
          </g>
        </g>
        <g id="lch-lk" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '9.6' }} d="M4.4-38L5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4.4-38L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lch-tot" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_ok)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-2.6-66.4L1-58L4.6-66.4Z" />
          <path style={{ fill: 'var(--_red)', stroke: 'none' }} d="M-.3-65L2.3-65L2.9-56L1-53.6L-.9-56Z" />
          <path style={{ fill: 'var(--_gold)', stroke: 'none' }} d="M-7.6-57.6h4.2v2.4h-4.2z" />
        </g>
        <g id="lch-hshort" style={{ strokeWidth: '1.6' }}>
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-74.7Q-7.8-85.3 1.2-85.1Q9.8-85.1 8.4-78.1Q4.2-78.1 .2-80.7Q-2.8-80.1-3.8-74.9Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lch-lskirt" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '7.2' }} d="M-4.4-22L-5-3" />
          <path style={{ strokeWidth: '4', stroke: 'var(--_k)' }} d="M-4.4-22L-5-3" />
          <path style={{ strokeWidth: '7.2' }} d="M4.4-22L5-3" />
          <path style={{ strokeWidth: '4', stroke: 'var(--_k)' }} d="M4.4-22L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_su)' }} d="M-8.6-40L8.6-40L9.8-17.5Q0-15.5-9.8-17.5Z" />
        </g>
        <g id="lch-tos" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_ok)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-2.6-66.4L1-58L4.6-66.4Z" />
          <path style={{ fill: 'var(--_red)', strokeWidth: '1.4' }} d="M1-64L-3-61.4L0-60.2L1-62.6L2-60.2L5-61.4Z" />
          <path style={{ fill: 'var(--_gold)', stroke: 'none' }} d="M-7.6-57.6h4.2v2.4h-4.2z" />
        </g>
        <g id="lch-hbun" style={{ strokeWidth: '1.6' }}>
          <circle style={{ fill: 'var(--_hr)' }} cx="-6.2" cy="-81.1" r="3.9" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lch-wq">
          <path style={{ strokeWidth: '1.4' }} d="M-6 0L0-7L6 0" />
          <rect style={{ fill: 'var(--_red)' }} x="-11" y="0" width="22" height="42" rx="1.5" />
          <rect style={{ fill: 'var(--_gold)', stroke: 'none' }} x="-7.4" y="3.6" width="14.8" height="34.8" />
        </g>
        <g id="lch-hbob" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_hr)' }} d="M-7.4-69Q-9.2-85.6 1.2-85.6Q11.6-85.6 9.8-69Z" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lch-lks" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4-38L7-37L8-21" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4-38L7-37L8-21" />
          <path style={{ strokeWidth: '9.6' }} d="M3-38L14-37L15-21" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M3-38L14-37L15-21" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M4.4-17.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M11.4-17.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lch-htail" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_hr)' }} d="M-4.8-79q-8 3-5.4 13q4-3 5-9z" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lch-tgn" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_gold)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
        </g>
        <g id="lch-lk2" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '9.6' }} d="M4.4-38L5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4.4-38L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lch-trn" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_red)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
        </g>
        <g id="lch-helderf" style={{ strokeWidth: '1.6' }}>
          <circle style={{ fill: 'var(--_wall)' }} cx="-6.2" cy="-79.5" r="4.2" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_wall)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lch-wf">
          <path style={{ strokeWidth: '1.4' }} d="M-6-15L0-24L6-15" />
          <rect style={{ fill: 'var(--_gold)' }} x="-20" y="-15" width="40" height="30" rx="1" />
          <rect style={{ fill: 'var(--_pap)' }} x="-16.5" y="-11.5" width="33" height="23" />
          <path style={{ strokeWidth: '1.4' }} d="M-12-4H12M-12 0H7" />
          <path style={{ fill: 'var(--_red)', stroke: 'none' }} d="M9 1h5v5h-5z" />
        </g>
        <g id="lch-lke" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4-30L-5-12" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4-30L-5-12" />
          <path style={{ strokeWidth: '9.6' }} d="M4-30L5-12" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4-30L5-12" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6-8.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4-8.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lch-desk" style={{ strokeWidth: '1.6' }}>
          <rect style={{ fill: 'var(--_wd)' }} x="-21" y="-34" width="42" height="5" rx="1" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-8-34L-6-37.5H8L6-34Z" />
          <path style={{ fill: 'var(--_wd)' }} d="M-17-29H17V-18H-17ZM-17-18V0M17-18V0" />
        </g>
        <g id="lch-hshortg" style={{ strokeWidth: '1.6' }}>
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-74.7Q-7.8-85.3 1.2-85.1Q9.8-85.1 8.4-78.1Q4.2-78.1 .2-80.7Q-2.8-80.1-3.8-74.9Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
          <path
            style={{ stroke: 'var(--_f)', strokeWidth: '1.2' }}
            d="M-1.2-74.9a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0m4.9 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0"
          />
        </g>
        <g id="lch-a0" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '8.2' }} d="M8-61L12-50L5-42" />
          <path style={{ strokeWidth: '5', stroke: 'var(--_ok)' }} d="M8-61L12-50L5-42" />
          <circle style={{ fill: 'var(--_k)' }} cx="5" cy="-42" r="2.9" />
        </g>
        <g id="lch-a1" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '8.2' }} d="M-8-61L-12-51L-3-45" />
          <path style={{ strokeWidth: '5', stroke: 'var(--_ok)' }} d="M-8-61L-12-51L-3-45" />
          <circle style={{ fill: 'var(--_k)' }} cx="-3" cy="-45" r="2.9" />
        </g>
        <g id="lch-a2" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '8.2' }} d="M8-61L13-51L7-46" />
          <path style={{ strokeWidth: '5', stroke: 'var(--_ok)' }} d="M8-61L13-51L7-46" />
          <circle style={{ fill: 'var(--_k)' }} cx="7" cy="-46" r="2.9" />
        </g>
      </defs>
      <path
        className="star"
        d="M120 60h0M200 40h0M470 50h0M520 96h0M590 34h0M760 24h0M820 120h0M930 60h0M1000 110h0M1010 240h0M40 300h0M30 180h0M440 110h0M1016 360h0"
      />
      <g className="sky0">
        <circle className="moon" cx="862" cy="74" r="30" />
        <path className="cl" d="M96 120h56M116 132h70M170 120h14M700 44h44M720 54h58" />
        <path className="cl" d="M214 74q5-6 10 0q5-6 10 0M252 92q4-5 8 0q4-5 8 0" />
      </g>
      <g className="shell">
        <path className="w" d="M70 648V188H300V120H398V174L680 40L962 174V648Z" />
      </g>
      <path className="r roof" d="M384 176L680 26L976 176L970 188L680 44L390 188Z" />
      <path className="th" d="M680 26V44" />
      <rect className="r" x="672" y="14" width="16" height="14" rx="2" />
      <path className="r roof" d="M300 122L353 96L406 122V130H300Z" />
      <path d="M66 188H300" />
      <path className="w" d="M64 180H300V190H64Z" />
      <path className="th out" d="M84 180V160M128 180V160M172 180V160M216 180V160M260 180V160M76 160H268" />
      <g transform="translate(104 180)">
        <g transform="translate(0) scale(.7)">
          <path className="o" d="M0-18Q-14-22-15-38Q-3-36 0-22Q0-40 9-48Q17-34 3-20Q13-30 19-26Q17-15 3-16Z" />
          <path d="M0-16V-30" />
          <path className="r" d="M-8-16H8L6 0H-6Z" />
        </g>
      </g>
      <g transform="translate(242 180)">
        <g transform="translate(0) scale(.8)">
          <path className="o" d="M0-18Q-14-22-15-38Q-3-36 0-22Q0-40 9-48Q17-34 3-20Q13-30 19-26Q17-15 3-16Z" />
          <path d="M0-16V-30" />
          <path className="r" d="M-8-16H8L6 0H-6Z" />
        </g>
      </g>
      <g transform="translate(176 160) scale(1.1 1.05)">
        <path className="h ns2" d="M-9 0Q-12-10-5-14L-5.4-20L-1.8-17.4H1.6L5-20L5-13Q4-10 2.4-9.6Q8-6 7.6 0Z" />
        <path className="tail" d="M7-1Q15 0 14-7Q13.4-11 17-12" />
        <circle className="cateye" cx="-2" cy="-14.4" r=".9" />
        <circle className="cateye" cx="2" cy="-14.4" r=".9" />
      </g>
      <g className="room" data-room="general" data-chapter="1" data-state={states.general ?? 'off'} transform="translate(189 648)">
        <rect className="air" x="-111" y="-148" width="222" height="148" />
        <path className="cone" d="M6-111H22L76 0H-48Z" />
        <path className="cone2" d="M6-111H22L42 0H-14Z" />
        <use href="#lch-w3034" transform="translate(77 -108)" />
        <g>
          <g transform="translate(-49 -108)">
            <rect className="d" x="-35" y="-15" width="70" height="48" rx="1" />
            <rect className="p" x="-31" y="-11.5" width="19" height="18.5" />
            <path className="r th" d="M-28 7V-6.5h4v13.5M-22.4 7V-4h4v11" />
            <rect className="p" x="-9.5" y="-11.5" width="19" height="18.5" />
            <path className="g th" d="M-6.5 7V-6.5h4v13.5M-.9 7V-4h4v11" />
            <rect className="p" x="12" y="-11.5" width="19" height="18.5" />
            <path className="o th" d="M15 7V-6.5h4v13.5M20.6 7V-4h4v11" />
            <rect className="p" x="-31" y="10.5" width="19" height="18.5" />
            <path className="g th" d="M-28 29V15.5h4v13.5M-22.4 29V18h4v11" />
            <rect className="p" x="-9.5" y="10.5" width="19" height="18.5" />
            <path className="o th" d="M-6.5 29V15.5h4v13.5M-.9 29V18h4v11" />
            <rect className="p" x="12" y="10.5" width="19" height="18.5" />
            <path className="r th" d="M15 29V15.5h4v13.5M20.6 29V18h4v11" />
          </g>
          <g transform="translate(53)">
            <path className="d" d="M-34 0V-38H34V0Z" />
            <path className="th" d="M-27-30H-3V-6H-27ZM3-30H27V-6H3Z" />
            <rect className="d" x="-39" y="-44" width="78" height="7" rx="1" />
            <path className="p" d="M-22-46L-24-57Q-12-61 0-55Q12-61 24-57L22-46Q11-50 0-45Q-11-50-22-46Z" />
            <path className="th" d="M0-55V-45M-18-54Q-11-56-5-53M-17-50.5Q-10-53-5-50M18-54Q11-56 5-53M17-50.5Q11-52.5 5-50" />
            <g>
              <rect className="r" x="27" y="-48" width="9" height="4" />
              <rect className="d" x="29" y="-57" width="5" height="9" rx="1.5" />
            </g>
          </g>
        </g>
        <path d="M14-148V-123" />
        <circle className="bulb" cx="14" cy="-111" r="3.6" />
        <path className="r" d="M3-112Q5-123 14-123Q23-123 25-112Z" />
        <g className="f16 who" transform="translate(-12)">
          <use href="#lch-lk" />
          <use href="#lch-tot" />
          <use href="#lch-hshort" />
          <path d="M31-57l3-9" />
          <path className="lo" d="M8-61L16-52L31-55" />
          <path className="os" d="M8-61L16-52L31-55" />
          <circle className="z" cx="31" cy="-55" r="2.9" />
          <path className="lo" d="M-8-61L-11-49L-8-38" />
          <path className="os" d="M-8-61L-11-49L-8-38" />
          <circle className="z" cx="-8" cy="-38" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(-69)">
            <use href="#lch-lskirt" />
            <use href="#lch-tos" />
            <use href="#lch-hbun" />
            <rect className="g" x="-5" y="-54" width="13" height="16" rx="1" />
            <path className="th" d="M-2-50h7M-2-46h7" />
            <path className="lo" d="M-8-61L-9-49L2-44" />
            <path className="os" d="M-8-61L-9-49L2-44" />
            <circle className="z" cx="2" cy="-44" r="2.9" />
            <path className="lo" d="M8-61L10-50L4-44" />
            <path className="os" d="M8-61L10-50L4-44" />
            <circle className="z" cx="4" cy="-44" r="2.9" />
          </g>
        </g>
        <g />
      </g>
      <g className="room" data-room="principles" data-chapter="2.1" data-state={states.principles ?? 'off'} transform="translate(189 492)">
        <rect className="air" x="-111" y="-140" width="222" height="140" />
        <path className="cone" d="M40-113H56L110 0H-14Z" />
        <path className="cone2" d="M40-113H56L76 0H20Z" />
        <use href="#lch-w3034" transform="translate(83 -102)" />
        <g>
          <g transform="translate(-88 -114)">
            <use href="#lch-wq" />
            <g transform="translate(0 21)">
              <g className="th" transform="scale(.74)">
                <path d="M0-8V8M-8-5H8M-8-5l-3 7h6zM8-5l-3 7h6zM-4 9H4" />
              </g>
            </g>
          </g>
          <g transform="translate(-60 -114)">
            <use href="#lch-wq" />
            <g transform="translate(0 21)">
              <g className="th" transform="scale(.74)">
                <circle className="p" cx="0" cy="0" r="9" />
                <path d="M0-5V0L4 3" />
              </g>
            </g>
          </g>
          <g transform="translate(-32 -114)">
            <use href="#lch-wq" />
            <g transform="translate(0 21)">
              <g className="th" transform="scale(.74)">
                <path d="M-11 7Q0-9 11 7ZM-4 7V1.2M4 7V1.2M0 7V-1" />
              </g>
            </g>
          </g>
          <g transform="translate(-4 -114)">
            <use href="#lch-wq" />
            <g transform="translate(0 21)">
              <g className="th" transform="scale(.74)">
                <path d="M-9 0H6M6 0L0-6M6 0L0 6" />
              </g>
            </g>
          </g>
          <g transform="translate(24 -114)">
            <use href="#lch-wq" />
            <g transform="translate(0 21)">
              <g className="th" transform="scale(.74)">
                <circle cx="-4" cy="0" r="5.4" />
                <circle cx="4" cy="0" r="5.4" />
              </g>
            </g>
          </g>
          <g transform="translate(-64.2)">
            <rect className="d" x="-34" y="-20" width="68" height="5" rx="1" />
            <path d="M-27-15V0M27-15V0" />
          </g>
          <g transform="translate(-46.2 -20)">
            <rect className="g" x="-9" y="-4" width="18" height="4" rx="1" />
            <rect className="r" x="-8" y="-8" width="16" height="4" rx="1" />
          </g>
        </g>
        <path d="M48-140V-125" />
        <circle className="bulb" cx="48" cy="-113" r="3.6" />
        <path className="r" d="M37-114Q39-125 48-125Q57-125 59-114Z" />
        <g className="f16 who" transform="translate(83)">
          <use href="#lch-lskirt" transform="scale(-1 1)" />
          <use href="#lch-tos" transform="scale(-1 1)" />
          <use href="#lch-hbob" transform="scale(-1 1)" />
          <use href="#lch-a0" />
          <path className="lo" d="M-8-61L-17-57L-24-65" />
          <path className="os" d="M-8-61L-17-57L-24-65" />
          <circle className="z" cx="-24" cy="-65" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(-74.2 18)">
            <use href="#lch-lks" />
            <use href="#lch-tot" />
            <use href="#lch-hshort" />
            <path className="lo" d="M-8-61L-10-50L2-42" />
            <path className="os" d="M-8-61L-10-50L2-42" />
            <circle className="z" cx="2" cy="-42" r="2.9" />
            <path className="lo" d="M8-61L11-50L8-42" />
            <path className="os" d="M8-61L11-50L8-42" />
            <circle className="z" cx="8" cy="-42" r="2.9" />
          </g>
        </g>
        <g />
      </g>
      <g className="room" data-room="dress" data-chapter="2.2" data-state={states.dress ?? 'off'} transform="translate(541 492)">
        <rect className="air" x="-135" y="-140" width="270" height="140" />
        <path className="cone" d="M-24-111H-8L46 0H-78Z" />
        <path className="cone2" d="M-24-111H-8L12 0H-44Z" />
        <use href="#lch-w3034" transform="translate(95 -111)" />
        <g>
          <g transform="translate(-70)">
            <rect className="d" x="-27" y="-118" width="54" height="112" rx="26" />
            <rect className="glass" x="-22" y="-113" width="44" height="101" rx="21" />
            <path d="M-24 0L-20-8M24 0L20-8M-30 0H-18M18 0H30" />
            <path className="th faint" d="M-12-98L-17-86M-6-100L-16-78" />
          </g>
          <g transform="translate(77)">
            <g transform="translate(0 20)">
              <path d="M-38-20V-104H38V-20M-44-20H-32M32-20H44" />
              <g transform="translate(-25)">
                <path d="M0-94v-4q0-3 3-3" />
                <path className="o" d="M0-94L-11-88L-13-58H13L11-88Z" />
                <path className="th" d="M0-94V-58M-4-92L0-82L4-92" />
              </g>
              <g transform="translate(-7)">
                <path d="M0-94v-4q0-3 3-3" />
                <path className="o" d="M0-94L-11-88L-13-58H13L11-88Z" />
                <path className="th" d="M0-94V-58M-4-92L0-82L4-92" />
              </g>
              <g transform="translate(11)">
                <path d="M0-94v-4q0-3 3-3" />
                <path className="k2" d="M0-94L-11-88L-13-58H13L11-88Z" />
                <path className="th" d="M0-94V-58M-4-92L0-82L4-92" />
              </g>
              <path className="r" d="M26-104v5M23-99H29L32-66H20Z" />
            </g>
            <path className="kf ns" d="M-22-1q-1-6 4-6q5 3 11 3q3 1 3 3zM6-1q-1-6 4-6q5 3 11 3q3 1 3 3z" />
          </g>
        </g>
        <g className="refl">
          <g className="f16 who" transform="translate(-67 -10) scale(.86)">
            <use href="#lch-lk" />
            <use href="#lch-tot" />
            <use href="#lch-hshort" />
            <path className="lo" d="M-8-61L-12-51L-2-57" />
            <path className="os" d="M-8-61L-12-51L-2-57" />
            <circle className="z" cx="-2" cy="-57" r="2.9" />
            <path className="lo" d="M8-61L12-51L4-58" />
            <path className="os" d="M8-61L12-51L4-58" />
            <circle className="z" cx="4" cy="-58" r="2.9" />
          </g>
        </g>
        <path d="M-16-140V-123" />
        <circle className="bulb" cx="-16" cy="-111" r="3.6" />
        <path className="r" d="M-27-112Q-25-123-16-123Q-7-123-5-112Z" />
        <g className="f16 who" transform="translate(-22)">
          <use href="#lch-lk" transform="scale(-1 1)" />
          <use href="#lch-tot" transform="scale(-1 1)" />
          <use href="#lch-hshort" transform="scale(-1 1)" />
          <path className="lo" d="M-8-61L-12-51L-3-58" />
          <path className="os" d="M-8-61L-12-51L-3-58" />
          <circle className="z" cx="-3" cy="-58" r="2.9" />
          <path className="lo" d="M8-61L12-51L1-57" />
          <path className="os" d="M8-61L12-51L1-57" />
          <circle className="z" cx="1" cy="-57" r="2.9" />
        </g>
        <g />
      </g>
      <g className="room" data-room="grooming" data-chapter="2.3" data-state={states.grooming ?? 'off'} transform="translate(819 492)">
        <rect className="air" x="-135" y="-140" width="270" height="140" />
        <rect className="tile" x="-135" y="-46" width="270" height="46" />
        <path
          className="th faint"
          d="M-135-46H135M-135-23H135M-113-46V0M-91-46V0M-69-46V0M-47-46V0M-25-46V0M-3-46V0M19-46V0M41-46V0M63-46V0M85-46V0M107-46V0"
        />
        <path className="cone" d="M2-113H18L72 0H-52Z" />
        <path className="cone2" d="M2-113H18L38 0H-18Z" />
        <use href="#lch-w3034" transform="translate(99 -104)" />
        <g>
          <g transform="translate(-46)">
            <path className="p" d="M-34-50H34Q32-34 12-32H-12Q-32-34-34-50Z" />
            <path className="p" d="M-8-32L-10 0H10L8-32Z" />
            <path d="M0-50V-61Q0-66 7-66Q12-66 12-61" />
            <path className="drop th" d="M12-58v3" />
            <circle className="d" cx="0" cy="-94" r="25" />
            <circle className="glass" cx="0" cy="-94" r="20.5" />
            <path className="th faint" d="M-10-100L-4-107M-11-93L3-107" />
          </g>
          <g transform="translate(-46 -50)">
            <path className="r" d="M-30 0L-29-12H-20L-19 0Z" />
            <path d="M-26-12L-28-22M-23-12L-20-21" />
            <rect className="o" x="20" y="-4" width="11" height="4" rx="1.5" />
          </g>
          <g transform="translate(99 -66)">
            <path d="M-15 0H15" />
            <path className="o" d="M-11 0V34H11V0Z" />
            <path className="th lightln" d="M-11 27H11" />
          </g>
        </g>
        <path d="M10-140V-125" />
        <circle className="bulb" cx="10" cy="-113" r="3.6" />
        <path className="r" d="M-1-114Q1-125 10-125Q19-125 21-114Z" />
        <g className="f16 who" transform="translate(30)">
          <use href="#lch-lskirt" transform="scale(-1 1)" />
          <use href="#lch-tos" transform="scale(-1 1)" />
          <use href="#lch-hbob" transform="scale(-1 1)" />
          <g transform="translate(10 -82)">
            <g transform="rotate(62)">
              <path className="g th" d="M-9-3H9V1H7V5H5V1H3V5H1V1H-1V5H-3V1H-5V5H-7V1H-9Z" />
            </g>
          </g>
          <path className="lo" d="M-8-61L-12-50L-3-44" />
          <path className="os" d="M-8-61L-12-50L-3-44" />
          <circle className="z" cx="-3" cy="-44" r="2.9" />
          <path className="lo" d="M8-61L21-65L13-78" />
          <path className="os" d="M8-61L21-65L13-78" />
          <circle className="z" cx="13" cy="-78" r="2.9" />
        </g>
        <g />
      </g>
      <g className="room" data-room="manner" data-chapter="2.4" data-state={states.manner ?? 'off'} transform="translate(541 344)">
        <rect className="air" x="-135" y="-140" width="270" height="140" />
        <path className="cone" d="M-8-113H8L62 0H-62Z" />
        <path className="cone2" d="M-8-113H8L28 0H-28Z" />
        <use href="#lch-w3034" transform="translate(99 -104)" />
        <g>
          <path className="d" d="M-135-10H-4V0H-135Z" />
          <path className="th" d="M-135-5H-4" />
          <g transform="translate(-135)">
            <path className="r" d="M0-140H42Q38-77 20-50Q10-44 9-38L26 0H0Z" />
            <path className="th" d="M8-140Q8-76 5-44M25-140Q23-80 9-48M6-34V0M10-34L15 0" />
            <path className="g" d="M4-46L14-43L12-37L3-39Z" />
          </g>
          <path d="M52-46H135M66-46V-40M123-46V-40" />
        </g>
        <path d="M0-140V-125" />
        <circle className="bulb" cx="0" cy="-113" r="3.6" />
        <path className="r" d="M-11-114Q-9-125 0-125Q9-125 11-114Z" />
        <g className="f16 who" transform="translate(-52 -10)">
          <use href="#lch-lskirt" />
          <use href="#lch-tos" />
          <use href="#lch-htail" />
          <path className="lo" d="M-8-61L-10-49L2-43" />
          <path className="os" d="M-8-61L-10-49L2-43" />
          <circle className="z" cx="2" cy="-43" r="2.9" />
          <path className="lo" d="M8-61L11-49L5-43" />
          <path className="os" d="M8-61L11-49L5-43" />
          <circle className="z" cx="5" cy="-43" r="2.9" />
        </g>
        <g className="who">
          <g transform="translate(-8 -92)">
            <path className="p" d="M-17-13H17Q21-13 21-9V6Q21 10 17 10H-2L-10 18L-9 10H-17Q-21 10-21 6V-9Q-21-13-17-13Z" />
            <path d="M-6-5v1M6-5v1M-7 1Q0 7 7 1" />
          </g>
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(48)">
            <use href="#lch-lk" transform="scale(-1 1)" />
            <use href="#lch-tgn" transform="scale(-1 1)" />
            <use href="#lch-hshort" transform="scale(-1 1)" />
            <path className="lo" d="M8-61L12-50L9-40" />
            <path className="gs" d="M8-61L12-50L9-40" />
            <circle className="z" cx="9" cy="-40" r="2.9" />
            <path className="lo" d="M-8-61L-15-53L-22-60" />
            <path className="gs" d="M-8-61L-15-53L-22-60" />
            <circle className="z" cx="-22" cy="-60" r="2.9" />
          </g>
        </g>
        <g />
      </g>
      <g className="room" data-room="guide" data-chapter="2.5" data-state={states.guide ?? 'off'} transform="translate(819 648)">
        <rect className="air" x="-135" y="-148" width="270" height="148" />
        <path className="cone" d="M-60-117H-44L10 0H-114Z" />
        <path className="cone2" d="M-60-117H-44L-24 0H-80Z" />
        <use href="#lch-w3034" transform="translate(-95 -106)" />
        <g>
          <g transform="translate(107)">
            <rect className="sky" x="-20" y="-112" width="43" height="112" />
            <path d="M1-112V0M-20-92H23" />
            <path className="th" d="M-4-52V-38M6-52V-38" />
            <path className="r" d="M-24-112H26V-118H-24Z" />
          </g>
          <g transform="translate(6 -148)">
            <path d="M-20 0V14M20 0V14" />
            <rect className="o" x="-28" y="14" width="56" height="17" rx="2" />
            <path className="lightln" d="M-14 22.5H12M12 22.5l-5-4.5M12 22.5l-5 4.5" />
          </g>
          <g transform="translate(-85)">
            <rect className="d" x="-30" y="-22" width="60" height="5" rx="1" />
            <rect className="d" x="-30" y="-44" width="60" height="9" rx="2" />
            <path d="M-24-17V0M24-17V0M-24-35V-22M24-35V-22" />
          </g>
          <g transform="translate(-28)">
            <g transform="translate(0) scale(.85)">
              <path className="o" d="M0-18Q-14-22-15-38Q-3-36 0-22Q0-40 9-48Q17-34 3-20Q13-30 19-26Q17-15 3-16Z" />
              <path d="M0-16V-30" />
              <path className="r" d="M-8-16H8L6 0H-6Z" />
            </g>
          </g>
        </g>
        <path d="M-52-148V-129" />
        <circle className="bulb" cx="-52" cy="-117" r="3.6" />
        <path className="r" d="M-63-118Q-61-129-52-129Q-43-129-41-118Z" />
        <g className="f16 who" transform="translate(18)">
          <use href="#lch-lskirt" />
          <use href="#lch-tos" />
          <use href="#lch-hbun" />
          <path className="lo" d="M-8-61L-18-52L-26-58" />
          <path className="os" d="M-8-61L-18-52L-26-58" />
          <circle className="z" cx="-26" cy="-58" r="2.9" />
          <path className="lo" d="M8-61L11-49L3-43" />
          <path className="os" d="M8-61L11-49L3-43" />
          <circle className="z" cx="3" cy="-43" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(74) scale(.88)">
            <use href="#lch-lk2" transform="scale(-1 1)" />
            <use href="#lch-trn" transform="scale(-1 1)" />
            <use href="#lch-helderf" transform="translate(-3 1.8) scale(-1 1)" />
            <path d="M-20-43Q-16-47-13-42L-15 0" />
            <path className="lo" d="M8-61L11-50L4-43" />
            <path className="rs" d="M8-61L11-50L4-43" />
            <circle className="z" cx="4" cy="-43" r="2.9" />
            <path className="lo" d="M-9-60L-14-50L-16-42" />
            <path className="rs" d="M-9-60L-14-50L-16-42" />
            <circle className="z" cx="-16" cy="-42" r="2.9" />
          </g>
        </g>
        <g />
      </g>
      <g className="room" data-room="counter" data-chapter="2.6" data-state={states.counter ?? 'off'} transform="translate(541 648)">
        <rect className="air" x="-135" y="-148" width="270" height="148" />
        <path className="cone" d="M-18-119H-2L52 0H-72Z" />
        <path className="cone2" d="M-18-119H-2L18 0H-38Z" />
        <use href="#lch-w3034" transform="translate(97 -106)" />
        <g>
          <g transform="translate(-64 -148)">
            <path d="M0 0V8" />
            <rect className="k2" x="-26" y="8" width="52" height="20" rx="2" />
            <path className="goldln" d="M-16 18h5M-7 18h5M2 18h5M12 14l5 4l-5 4" />
          </g>
          <g transform="translate(86)">
            <path d="M-12-24H10M10 0V-52M-11-24V0" />
            <rect className="o" x="-14" y="-28" width="26" height="6" rx="2" />
          </g>
        </g>
        <path d="M-10-148V-131" />
        <circle className="bulb" cx="-10" cy="-119" r="3.6" />
        <path className="r" d="M-21-120Q-19-131-10-131Q-1-131 1-120Z" />
        <g className="f16 who" transform="translate(-52)">
          <path className="lo" d="M-8-61L4-50L33-55" />
          <path className="os" d="M-8-61L4-50L33-55" />
          <circle className="z" cx="33" cy="-55" r="2.9" />
          <use href="#lch-tot" />
          <use href="#lch-hshort" />
          <path className="lo" d="M8-61L14-50L37-57" />
          <path className="os" d="M8-61L14-50L37-57" />
          <circle className="z" cx="37" cy="-57" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(34)">
            <path className="lo" d="M8-61L-2-50L-29-54" />
            <path className="gs" d="M8-61L-2-50L-29-54" />
            <circle className="z" cx="-29" cy="-54" r="2.9" />
            <use href="#lch-lk2" transform="scale(-1 1)" />
            <use href="#lch-tgn" transform="scale(-1 1)" />
            <use href="#lch-hbob" transform="scale(-1 1)" />
            <path className="lo" d="M-8-61L-13-50L-33-57" />
            <path className="gs" d="M-8-61L-13-50L-33-57" />
            <circle className="z" cx="-33" cy="-57" r="2.9" />
          </g>
        </g>
        <g>
          <g>
            <rect className="d" x="-135" y="-46" width="135" height="7" rx="1" />
            <path className="p" d="M-135-39H-12V0H-135Z" />
            <path className="r" d="M-135-14H-12V-8H-135Z" />
          </g>
          <g transform="translate(-111 -46)">
            <rect className="k2" x="-12" y="-28" width="22" height="20" rx="2" />
            <path d="M-1-8V0M-8 0H6" />
          </g>
          <g className="who">
            <g transform="translate(-8 -58)">
              <rect className="p" x="-7" y="-7" width="15" height="11" rx="1" />
              <path className="th" d="M-4-3.6h8M-4-.4h5" />
            </g>
          </g>
        </g>
      </g>
      <g className="room" data-room="phone" data-chapter="2.7" data-state={states.phone ?? 'off'} transform="translate(819 344)">
        <rect className="air" x="-135" y="-140" width="270" height="140" />
        <path className="cone" d="M2-111H18L72 0H-52Z" />
        <path className="cone2" d="M2-111H18L38 0H-18Z" />
        <use href="#lch-w3034" transform="translate(99 -100)" />
        <g transform="translate(-58 -106)">
          <rect className="d" x="-38" y="-8" width="76" height="46" rx="2" />
          <rect className="k2" x="-32" y="-2" width="64" height="34" rx="1" />
          <circle className="p ns" cx="-24" cy="5" r="2.5" />
          <circle className="g ns" cx="-24" cy="15" r="2.5" />
          <circle className="p ns" cx="-24" cy="25" r="2.5" />
          <circle className="g ns" cx="-8" cy="5" r="2.5" />
          <circle className="p ns" cx="-8" cy="15" r="2.5" />
          <circle className="p ns" cx="-8" cy="25" r="2.5" />
          <circle className="p ns" cx="8" cy="5" r="2.5" />
          <circle className="p ns" cx="8" cy="15" r="2.5" />
          <circle className="p ns" cx="8" cy="25" r="2.5" />
          <circle className="p ns" cx="24" cy="5" r="2.5" />
          <circle className="p ns" cx="24" cy="15" r="2.5" />
          <circle className="g ns" cx="24" cy="25" r="2.5" />
          <path className="cord r0" d="M-8 5Q6 30 24 15M-24 25Q-14 44 8 25" />
        </g>
        <path d="M10-140V-123" />
        <circle className="bulb" cx="10" cy="-111" r="3.6" />
        <path className="r" d="M-1-112Q1-123 10-123Q19-123 21-112Z" />
        <g className="f16 who" transform="translate(-14 5)">
          <use href="#lch-tos" />
          <use href="#lch-hbob" />
          <path className="lo" d="M8-61L17-56L32-67" />
          <path className="os" d="M8-61L17-56L32-67" />
          <circle className="z" cx="32" cy="-67" r="2.9" />
          <path className="lo" d="M-8-61L-13-54L-9-49" />
          <path className="os" d="M-8-61L-13-54L-9-49" />
          <circle className="z" cx="-9" cy="-49" r="2.9" />
        </g>
        <g>
          <g>
            <rect className="d" x="-129" y="-44" width="204" height="6" rx="1" />
            <path d="M-121-38V0M65-38V0" />
            <path className="p" d="M-121-38H65V-12H-121Z" />
            <path className="d" d="M-121-38h26v26h-26z" />
            <path className="th" d="M-111-25h6" />
          </g>
          <g transform="translate(30 -44)">
            <path className="r" d="M-15 0Q-15-9-8-11H8Q15-9 15 0Z" />
            <circle className="p" cx="0" cy="-5" r="3.4" />
            <path className="r" d="M-18-13Q-18-19-10-19H10Q18-19 18-13Q18-11 15-11Q11-11 11-14H-11Q-11-11-15-11Q-18-11-18-13Z" />
          </g>
          <g className="who waves">
            <g transform="translate(30 -66)">
              <path d="M-6-3Q0-8 6-3M-11-9Q0-18 11-9M-16-15Q0-28 16-15" />
            </g>
          </g>
        </g>
      </g>
      <g className="room" data-room="gallery" data-state={states.gallery ?? 'off'} transform="translate(189 344)">
        <rect className="air" x="-111" y="-140" width="222" height="140" />
        <path className="cone" d="M-79-132h10L-40 0H-108Z" />
        <path d="M-81-140V-135H-67V-140" />
        <path className="cone" d="M-5-132h10L34 0H-34Z" />
        <path d="M-7-140V-135H7V-140" />
        <path className="cone" d="M69-132h10L108 0H40Z" />
        <path d="M67-140V-135H81V-140" />
        <g>
          <use href="#lch-wf" transform="translate(-72 -102)" />
          <use href="#lch-wf" transform="translate(-24 -97)" />
          <use href="#lch-wf" transform="translate(24 -102)" />
          <use href="#lch-wf" transform="translate(72 -97)" />
          <g transform="translate(0)">
            <rect className="d" x="-30" y="-20" width="60" height="5" rx="1" />
            <path d="M-24-15V0M24-15V0" />
          </g>
          <g transform="translate(89) scale(.9)">
            <path className="o" d="M0-18Q-14-22-15-38Q-3-36 0-22Q0-40 9-48Q17-34 3-20Q13-30 19-26Q17-15 3-16Z" />
            <path d="M0-16V-30" />
            <path className="r" d="M-8-16H8L6 0H-6Z" />
          </g>
        </g>
        <g className="f16 who" transform="translate(-53)">
          <use href="#lch-lk" />
          <use href="#lch-tot" />
          <use href="#lch-hshort" />
          <path className="lo" d="M-8-61L-12-50L-6-41" />
          <path className="os" d="M-8-61L-12-50L-6-41" />
          <circle className="z" cx="-6" cy="-41" r="2.9" />
          <path className="lo" d="M8-61L17-62L25-69" />
          <path className="os" d="M8-61L17-62L25-69" />
          <circle className="z" cx="25" cy="-69" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(-21)">
            <use href="#lch-lskirt" transform="scale(-1 1)" />
            <use href="#lch-tos" transform="scale(-1 1)" />
            <use href="#lch-hbun" transform="scale(-1 1)" />
            <path className="lo" d="M-8-61L-11-50L-4-43" />
            <path className="os" d="M-8-61L-11-50L-4-43" />
            <circle className="z" cx="-4" cy="-43" r="2.9" />
            <path className="lo" d="M8-61L11-50L3-43" />
            <path className="os" d="M8-61L11-50L3-43" />
            <circle className="z" cx="3" cy="-43" r="2.9" />
          </g>
        </g>
      </g>
      <g className="room" data-room="exam" data-state={states.exam ?? 'off'} transform="translate(680 196)">
        <path className="air" d="M-266 0V-17L0-146L266-17V0Z" />
        <path className="cone" d="M-8-62H8L130 0H-130Z" />
        <path className="faint" d="M-159.6 0V-67.6M159.6 0V-67.6" />
        <g>
          <circle className="p" cx="0" cy="-92" r="16" />
          <path d="M0-101V-92L6-88" />
          <path className="th" d="M0-105.4v1.6M0-80.2v1.6M-13.4-92h1.6M11.8-92h1.6" />
        </g>
        <g>
          <g transform="translate(-168)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lch-lke" />
                <use href="#lch-tot" />
                <use href="#lch-hbob" />
                <use href="#lch-a1" />
                <use href="#lch-a2" />
              </g>
            </g>
            <use href="#lch-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(-84)">
            <g className="who">
              <g className="f16 tn" transform="translate(0 7) scale(.8)">
                <use href="#lch-lke" transform="scale(-1 1)" />
                <use href="#lch-tot" transform="scale(-1 1)" />
                <use href="#lch-hshort" transform="scale(-1 1)" />
                <use href="#lch-a1" />
                <use href="#lch-a2" />
              </g>
            </g>
            <use href="#lch-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(84)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lch-lke" />
                <use href="#lch-tot" />
                <use href="#lch-hbun" />
                <use href="#lch-a1" />
                <use href="#lch-a2" />
              </g>
            </g>
            <use href="#lch-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(168)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lch-lke" transform="scale(-1 1)" />
                <use href="#lch-tot" transform="scale(-1 1)" />
                <use href="#lch-hshortg" transform="scale(-1 1)" />
                <use href="#lch-a1" />
                <use href="#lch-a2" />
              </g>
            </g>
            <use href="#lch-desk" />
          </g>
        </g>
        <g transform="translate(0)">
          <g className="f16 tn guest" transform="translate(0) scale(.84)">
            <use href="#lch-lskirt" />
            <use href="#lch-tos" />
            <use href="#lch-htail" />
            <path className="lo" d="M-8-61L-12-50L-5-42" />
            <path className="os" d="M-8-61L-12-50L-5-42" />
            <circle className="z" cx="-5" cy="-42" r="2.9" />
            <use href="#lch-a0" />
          </g>
        </g>
        <path className="f16" d="M-266 0V-17L0-146L266-17V0Z" />
      </g>
      <g className="stair">
        <rect className="well" x="308" y="130" width="90" height="518" />
        <path className="w" d="M322 572v-12.7h10.3v-12.7h10.3v-12.7h10.3v-12.7h10.3v-12.7h10.3v-12.7h10.3H398V503H380L332 572Z" />
        <path className="th" d="M324 542L384 466V496" />
        <path className="w" d="M322 422v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3H398V355H380L332 422Z" />
        <path className="th" d="M324 392L384 318V348" />
        <path className="w" d="M322 274v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3v-12.3h10.3H398V207H380L332 274Z" />
        <path className="th" d="M324 244L384 170V200" />
        <path className="p" d="M384 648v-12.7h-10.3v-12.7h-10.3v-12.7h-10.3v-12.7h-10.3v-12.7h-10.3v-12.7h-10.3H308V579H326L374 648Z" />
        <path className="th" d="M382 646V616L322 542V572" />
        <path className="p" d="M384 496v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3H308V429H326L374 496Z" />
        <path className="th" d="M382 494V464L322 392V422" />
        <path className="p" d="M384 348v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3v-12.3h-10.3H308V281H326L374 348Z" />
        <path className="th" d="M382 346V316L322 244V274" />
        <g className="f16 climber" transform="translate(345 299) scale(.68)">
          <use href="#lch-lskirt" transform="scale(-1 1)" />
          <use href="#lch-tos" transform="scale(-1 1)" />
          <use href="#lch-htail" transform="scale(-1 1)" />
          <rect className="r" x="-3" y="-56" width="13" height="12" rx="1" />
          <path className="lo" d="M-8-61L-10-50L2-46" />
          <path className="os" d="M-8-61L-10-50L2-46" />
          <circle className="z" cx="2" cy="-46" r="2.9" />
          <path className="lo" d="M8-61L12-50L6-46" />
          <path className="os" d="M8-61L12-50L6-46" />
          <circle className="z" cx="6" cy="-46" r="2.9" />
        </g>
      </g>
      <g className="shellLines">
        <path d="M70 648V190M962 648V192M78 648V196H300V648M308 648V130H398V648M406 648V204M676 204V648M684 204V648M954 648V204M78 344H300M78 352H300M78 492H300M78 500H300M406 344H954M406 352H954M406 492H954M406 500H954M406 204H954" />
      </g>
      <path className="w" d="M954 648H962V536H954Z" />
      <path className="r" d="M950 520H1002V528H950Z" />
      <path className="out" d="M996 528L962 552" />
      <path className="w" d="M962 648H976L1026 668H962Z" />
      <path className="th out" d="M980 624L1026 644M980 624V650M1024 644V667" />
      <path className="earth" d="M0 668H1040V700H0Z" />
      <path className="out" d="M0 668H1040" />
      <path className="w" d="M62 648H978V668H62Z" />
      <path className="th" d="M62 658H962" />
      <g transform="translate(30 668) scale(.84)">
        <path className="d" d="M-4 0L-3-46H3L4 0Z" />
        <path className="o" d="M0-42Q-30-40-32-66Q-38-84-22-94Q-18-118 4-114Q26-116 28-94Q42-82 32-64Q28-42 0-42Z" />
        <path className="th lightln" d="M-18-70q3 4 7 2M6-86q3 4 7 2M10-62q3 4 7 2M-8-98q3 4 7 2" />
        <circle className="g ns" cx="-14" cy="-60" r="2.4" />
        <circle className="g ns" cx="12" cy="-74" r="2.4" />
        <circle className="g ns" cx="-20" cy="-82" r="2.4" />
        <circle className="g ns" cx="2" cy="-102" r="2.4" />
        <circle className="g ns" cx="20" cy="-90" r="2.4" />
        <circle className="g ns" cx="-2" cy="-72" r="2.4" />
      </g>
    </svg>
  )
}
