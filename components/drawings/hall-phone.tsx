import type { HallStates } from './hall'

/** The service hall in section, for phones. Decoration: names and states are the page's text. */
/** Where each room lies, in percent of the drawing: left, top, width, height. */
export const hallPhonePlaces: Record<string, { left: number; top: number; width: number; height: number }> = {
  general: { left: 3.33, top: 83.17, width: 45.71, height: 15.83 },
  principles: { left: 3.33, top: 66.44, width: 45.71, height: 15.83 },
  dress: { left: 3.33, top: 49.72, width: 45.71, height: 15.83 },
  grooming: { left: 50.95, top: 49.72, width: 45.71, height: 15.83 },
  manner: { left: 3.33, top: 33.0, width: 45.71, height: 15.83 },
  guide: { left: 50.95, top: 83.17, width: 45.71, height: 15.83 },
  counter: { left: 50.95, top: 66.44, width: 45.71, height: 15.83 },
  phone: { left: 50.95, top: 33.0, width: 45.71, height: 15.83 },
  gallery: { left: 3.33, top: 23.63, width: 93.33, height: 8.47 },
}
export const hallPhoneRatio = '420 / 897'

export function HallPhone({ states, viewBox = '10 6 420 897', ...rest }: { states: HallStates } & React.SVGProps<SVGSVGElement>) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" className="lc lc-hall-phone" viewBox={viewBox} aria-hidden="true" {...rest}>
      <defs>
        <g id="lcp-w3034">
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
        <g id="lcp-lk" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '9.6' }} d="M4.4-38L5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4.4-38L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lcp-tot" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_ok)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-2.6-66.4L1-58L4.6-66.4Z" />
          <path style={{ fill: 'var(--_red)', stroke: 'none' }} d="M-.3-65L2.3-65L2.9-56L1-53.6L-.9-56Z" />
          <path style={{ fill: 'var(--_gold)', stroke: 'none' }} d="M-7.6-57.6h4.2v2.4h-4.2z" />
        </g>
        <g id="lcp-hshort" style={{ strokeWidth: '1.6' }}>
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-74.7Q-7.8-85.3 1.2-85.1Q9.8-85.1 8.4-78.1Q4.2-78.1 .2-80.7Q-2.8-80.1-3.8-74.9Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lcp-lskirt" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '7.2' }} d="M-4.4-22L-5-3" />
          <path style={{ strokeWidth: '4', stroke: 'var(--_k)' }} d="M-4.4-22L-5-3" />
          <path style={{ strokeWidth: '7.2' }} d="M4.4-22L5-3" />
          <path style={{ strokeWidth: '4', stroke: 'var(--_k)' }} d="M4.4-22L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_su)' }} d="M-8.6-40L8.6-40L9.8-17.5Q0-15.5-9.8-17.5Z" />
        </g>
        <g id="lcp-tos" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_ok)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-2.6-66.4L1-58L4.6-66.4Z" />
          <path style={{ fill: 'var(--_red)', strokeWidth: '1.4' }} d="M1-64L-3-61.4L0-60.2L1-62.6L2-60.2L5-61.4Z" />
          <path style={{ fill: 'var(--_gold)', stroke: 'none' }} d="M-7.6-57.6h4.2v2.4h-4.2z" />
        </g>
        <g id="lcp-hbun" style={{ strokeWidth: '1.6' }}>
          <circle style={{ fill: 'var(--_hr)' }} cx="-6.2" cy="-81.1" r="3.9" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lcp-wq">
          <path style={{ strokeWidth: '1.4' }} d="M-6 0L0-7L6 0" />
          <rect style={{ fill: 'var(--_red)' }} x="-9.5" y="0" width="19" height="44" rx="1.5" />
          <rect style={{ fill: 'var(--_gold)', stroke: 'none' }} x="-5.9" y="3.6" width="11.8" height="36.8" />
        </g>
        <g id="lcp-hbob" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_hr)' }} d="M-7.4-69Q-9.2-85.6 1.2-85.6Q11.6-85.6 9.8-69Z" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lcp-lks" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4-38L7-37L8-21" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4-38L7-37L8-21" />
          <path style={{ strokeWidth: '9.6' }} d="M3-38L14-37L15-21" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M3-38L14-37L15-21" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M4.4-17.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M11.4-17.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lcp-htail" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_hr)' }} d="M-4.8-79q-8 3-5.4 13q4-3 5-9z" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lcp-tgn" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_gold)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
        </g>
        <g id="lcp-lk2" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4.4-38L-5-3" />
          <path style={{ strokeWidth: '9.6' }} d="M4.4-38L5-3" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4.4-38L5-3" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4 .4q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lcp-trn" style={{ strokeWidth: '1.6' }}>
          <path style={{ fill: 'var(--_k)' }} d="M-2.6-70h5.2v7h-5.2z" />
          <path style={{ fill: 'var(--_red)' }} d="M-9.6-61.5Q-9-65.5-3-66.3L3-66.3Q9-65.5 9.6-61.5L10.4-35.5Q0-33-10.4-35.5Z" />
        </g>
        <g id="lcp-helderf" style={{ strokeWidth: '1.6' }}>
          <circle style={{ fill: 'var(--_wall)' }} cx="-6.2" cy="-79.5" r="4.2" />
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_wall)' }} d="M-6.4-73.5Q-8.2-85.3 1.2-85.3Q10.2-84.9 8.6-76.5Q6.2-81.1 2.2-81.7Q-3.2-80.5-4-74.1Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
        </g>
        <g id="lcp-wf">
          <path style={{ strokeWidth: '1.4' }} d="M-6-16L0-25L6-16" />
          <rect style={{ fill: 'var(--_gold)' }} x="-22" y="-16" width="44" height="32" rx="1" />
          <rect style={{ fill: 'var(--_pap)' }} x="-18.5" y="-12.5" width="37" height="25" />
          <path style={{ strokeWidth: '1.4' }} d="M-14-4H14M-14 0H9" />
          <path style={{ fill: 'var(--_red)', stroke: 'none' }} d="M11 1h5v5h-5z" />
        </g>
        <g id="lcp-lke" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '9.6' }} d="M-4-30L-5-12" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M-4-30L-5-12" />
          <path style={{ strokeWidth: '9.6' }} d="M4-30L5-12" />
          <path style={{ strokeWidth: '6.4', stroke: 'var(--_su)' }} d="M4-30L5-12" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M-8.6-8.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
          <path style={{ fill: 'var(--_ln)', stroke: 'none' }} d="M1.4-8.6q-.4-4.6 3.4-4.8q6.5 .8 7.2 4.8z" />
        </g>
        <g id="lcp-desk" style={{ strokeWidth: '1.6' }}>
          <rect style={{ fill: 'var(--_wd)' }} x="-21" y="-34" width="42" height="5" rx="1" />
          <path style={{ fill: 'var(--_pap)', strokeWidth: '1.4' }} d="M-8-34L-6-37.5H8L6-34Z" />
          <path style={{ fill: 'var(--_wd)' }} d="M-17-29H17V-18H-17ZM-17-18V0M17-18V0" />
        </g>
        <g id="lcp-hshortg" style={{ strokeWidth: '1.6' }}>
          <ellipse style={{ fill: 'var(--_k)' }} cx="1.2" cy="-75.5" rx="7.4" ry="8.2" />
          <path style={{ fill: 'var(--_hr)' }} d="M-6.4-74.7Q-7.8-85.3 1.2-85.1Q9.8-85.1 8.4-78.1Q4.2-78.1 .2-80.7Q-2.8-80.1-3.8-74.9Z" />
          <path style={{ stroke: 'var(--_f)', strokeWidth: '1.8' }} d="M1.1-74.9h0M6-74.9h0M1.6-71.5q1.9 1.6 3.8 0" />
          <path
            style={{ stroke: 'var(--_f)', strokeWidth: '1.2' }}
            d="M-1.2-74.9a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0m4.9 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0"
          />
        </g>
        <g id="lcp-a0" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '8.2' }} d="M-8-61L-12-51L-3-45" />
          <path style={{ strokeWidth: '5', stroke: 'var(--_ok)' }} d="M-8-61L-12-51L-3-45" />
          <circle style={{ fill: 'var(--_k)' }} cx="-3" cy="-45" r="2.9" />
        </g>
        <g id="lcp-a1" style={{ strokeWidth: '1.6' }}>
          <path style={{ strokeWidth: '8.2' }} d="M8-61L13-51L7-46" />
          <path style={{ strokeWidth: '5', stroke: 'var(--_ok)' }} d="M8-61L13-51L7-46" />
          <circle style={{ fill: 'var(--_k)' }} cx="7" cy="-46" r="2.9" />
        </g>
      </defs>
      <path className="star" d="M40 40h0M90 60h0M140 24h0M120 120h0M290 30h0M330 120h0M410 40h0M400 150h0M24 170h0" />
      <g className="sky0">
        <circle className="moon" cx="374" cy="66" r="22" />
        <path className="cl" d="M28 112h44M44 122h52M372 128h40M40 60q5-6 10 0q5-6 10 0M70 76q4-5 8 0q4-5 8 0" />
      </g>
      <path className="w" d="M16 894V210L220 44L424 210V894Z" />
      <g className="room" data-room="general" data-chapter="1" data-state={states.general ?? 'off'} transform="translate(120 894)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M12-105H28L82 0H-42Z" />
        <path className="cone2" d="M12-105H28L48 0H-8Z" />
        <use href="#lcp-w3034" transform="translate(70 -98)" />
        <g>
          <g transform="translate(-44 -96)">
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
          <g transform="translate(48)">
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
        <path d="M20-142V-117" />
        <circle className="bulb" cx="20" cy="-105" r="3.6" />
        <path className="r" d="M9-106Q11-117 20-117Q29-117 31-106Z" />
        <g className="f16 who" transform="translate(-18)">
          <use href="#lcp-lk" />
          <use href="#lcp-tot" />
          <use href="#lcp-hshort" />
          <path d="M27-57l3-9" />
          <path className="lo" d="M8-61L16-52L27-55" />
          <path className="os" d="M8-61L16-52L27-55" />
          <circle className="z" cx="27" cy="-55" r="2.9" />
          <path className="lo" d="M-8-61L-11-49L-8-38" />
          <path className="os" d="M-8-61L-11-49L-8-38" />
          <circle className="z" cx="-8" cy="-38" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(-62)">
            <use href="#lcp-lskirt" />
            <use href="#lcp-tos" />
            <use href="#lcp-hbun" />
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
      <g className="room" data-room="principles" data-chapter="2.1" data-state={states.principles ?? 'off'} transform="translate(120 744)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M30-115H46L96 0H-24Z" />
        <path className="cone2" d="M30-115H46L66 0H10Z" />
        <use href="#lcp-w3034" transform="translate(72 -102)" />
        <g>
          <g transform="translate(-76.5 -112)">
            <use href="#lcp-wq" />
            <g transform="translate(0 22)">
              <g className="th" transform="scale(.62)">
                <path d="M0-8V8M-8-5H8M-8-5l-3 7h6zM8-5l-3 7h6zM-4 9H4" />
              </g>
            </g>
          </g>
          <g transform="translate(-53.5 -112)">
            <use href="#lcp-wq" />
            <g transform="translate(0 22)">
              <g className="th" transform="scale(.62)">
                <circle className="p" cx="0" cy="0" r="9" />
                <path d="M0-5V0L4 3" />
              </g>
            </g>
          </g>
          <g transform="translate(-30.5 -112)">
            <use href="#lcp-wq" />
            <g transform="translate(0 22)">
              <g className="th" transform="scale(.62)">
                <path d="M-11 7Q0-9 11 7ZM-4 7V1.2M4 7V1.2M0 7V-1" />
              </g>
            </g>
          </g>
          <g transform="translate(-7.5 -112)">
            <use href="#lcp-wq" />
            <g transform="translate(0 22)">
              <g className="th" transform="scale(.62)">
                <path d="M-9 0H6M6 0L0-6M6 0L0 6" />
              </g>
            </g>
          </g>
          <g transform="translate(15.5 -112)">
            <use href="#lcp-wq" />
            <g transform="translate(0 22)">
              <g className="th" transform="scale(.62)">
                <circle cx="-4" cy="0" r="5.4" />
                <circle cx="4" cy="0" r="5.4" />
              </g>
            </g>
          </g>
          <g transform="translate(-57.1)">
            <rect className="d" x="-34" y="-20" width="68" height="5" rx="1" />
            <path d="M-27-15V0M27-15V0" />
          </g>
          <g transform="translate(-39.1 -20)">
            <rect className="g" x="-9" y="-4" width="18" height="4" rx="1" />
            <rect className="r" x="-8" y="-8" width="16" height="4" rx="1" />
          </g>
        </g>
        <path d="M38-142V-127" />
        <circle className="bulb" cx="38" cy="-115" r="3.6" />
        <path className="r" d="M27-116Q29-127 38-127Q47-127 49-116Z" />
        <g className="f16 who" transform="translate(72)">
          <use href="#lcp-lskirt" transform="scale(-1 1)" />
          <use href="#lcp-tos" transform="scale(-1 1)" />
          <use href="#lcp-hbob" transform="scale(-1 1)" />
          <path className="lo" d="M8-61L12-50L5-42" />
          <path className="os" d="M8-61L12-50L5-42" />
          <circle className="z" cx="5" cy="-42" r="2.9" />
          <path className="lo" d="M-8-61L-17-57L-24-65" />
          <path className="os" d="M-8-61L-17-57L-24-65" />
          <circle className="z" cx="-24" cy="-65" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(-67.1 18)">
            <use href="#lcp-lks" />
            <use href="#lcp-tot" />
            <use href="#lcp-hshort" />
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
      <g className="room" data-room="dress" data-chapter="2.2" data-state={states.dress ?? 'off'} transform="translate(120 594)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M-16-113H0L54 0H-70Z" />
        <path className="cone2" d="M-16-113H0L20 0H-36Z" />
        <use href="#lcp-w3034" transform="translate(68 -113)" />
        <g>
          <g transform="translate(-52)">
            <rect className="d" x="-27" y="-118" width="54" height="112" rx="26" />
            <rect className="glass" x="-22" y="-113" width="44" height="101" rx="21" />
            <path d="M-24 0L-20-8M24 0L20-8M-30 0H-18M18 0H30" />
            <path className="th faint" d="M-12-98L-17-86M-6-100L-16-78" />
          </g>
          <g transform="translate(50)">
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
          <g className="f16 who" transform="translate(-49 -10) scale(.86)">
            <use href="#lcp-lk" />
            <use href="#lcp-tot" />
            <use href="#lcp-hshort" />
            <path className="lo" d="M-8-61L-12-51L-2-57" />
            <path className="os" d="M-8-61L-12-51L-2-57" />
            <circle className="z" cx="-2" cy="-57" r="2.9" />
            <path className="lo" d="M8-61L12-51L4-58" />
            <path className="os" d="M8-61L12-51L4-58" />
            <circle className="z" cx="4" cy="-58" r="2.9" />
          </g>
        </g>
        <path d="M-8-142V-125" />
        <circle className="bulb" cx="-8" cy="-113" r="3.6" />
        <path className="r" d="M-19-114Q-17-125-8-125Q1-125 3-114Z" />
        <g className="f16 who" transform="translate(-10)">
          <use href="#lcp-lk" transform="scale(-1 1)" />
          <use href="#lcp-tot" transform="scale(-1 1)" />
          <use href="#lcp-hshort" transform="scale(-1 1)" />
          <path className="lo" d="M-8-61L-12-51L-3-58" />
          <path className="os" d="M-8-61L-12-51L-3-58" />
          <circle className="z" cx="-3" cy="-58" r="2.9" />
          <path className="lo" d="M8-61L12-51L1-57" />
          <path className="os" d="M8-61L12-51L1-57" />
          <circle className="z" cx="1" cy="-57" r="2.9" />
        </g>
        <g />
      </g>
      <g className="room" data-room="grooming" data-chapter="2.3" data-state={states.grooming ?? 'off'} transform="translate(320 594)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <rect className="tile" x="-96" y="-46" width="192" height="46" />
        <path className="th faint" d="M-96-46H96M-96-23H96M-74-46V0M-52-46V0M-30-46V0M-8-46V0M14-46V0M36-46V0M58-46V0" />
        <path className="cone" d="M8-115H24L78 0H-46Z" />
        <path className="cone2" d="M8-115H24L44 0H-12Z" />
        <use href="#lcp-w3034" transform="translate(72 -102)" />
        <g>
          <g transform="translate(-34)">
            <path className="p" d="M-34-50H34Q32-34 12-32H-12Q-32-34-34-50Z" />
            <path className="p" d="M-8-32L-10 0H10L8-32Z" />
            <path d="M0-50V-61Q0-66 7-66Q12-66 12-61" />
            <path className="drop th" d="M12-58v3" />
            <circle className="d" cx="0" cy="-94" r="25" />
            <circle className="glass" cx="0" cy="-94" r="20.5" />
            <path className="th faint" d="M-10-100L-4-107M-11-93L3-107" />
          </g>
          <g transform="translate(-34 -50)">
            <path className="r" d="M-30 0L-29-12H-20L-19 0Z" />
            <path d="M-26-12L-28-22M-23-12L-20-21" />
            <rect className="o" x="20" y="-4" width="11" height="4" rx="1.5" />
          </g>
          <g transform="translate(72 -66)">
            <path d="M-15 0H15" />
            <path className="o" d="M-11 0V34H11V0Z" />
            <path className="th lightln" d="M-11 27H11" />
          </g>
        </g>
        <path d="M16-142V-127" />
        <circle className="bulb" cx="16" cy="-115" r="3.6" />
        <path className="r" d="M5-116Q7-127 16-127Q25-127 27-116Z" />
        <g className="f16 who" transform="translate(26)">
          <use href="#lcp-lskirt" transform="scale(-1 1)" />
          <use href="#lcp-tos" transform="scale(-1 1)" />
          <use href="#lcp-hbob" transform="scale(-1 1)" />
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
      <g className="room" data-room="manner" data-chapter="2.4" data-state={states.manner ?? 'off'} transform="translate(120 444)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M-4-115H12L66 0H-58Z" />
        <path className="cone2" d="M-4-115H12L32 0H-24Z" />
        <use href="#lcp-w3034" transform="translate(72 -106)" />
        <g>
          <path className="d" d="M-96-10H4V0H-96Z" />
          <path className="th" d="M-96-5H4" />
          <g transform="translate(-96)">
            <path className="r" d="M0-142H30Q26-78.1 16-50Q10-44 9-38L22 0H0Z" />
            <path className="th" d="M8-142Q8-76 5-44M18-142Q17-80 9-48M6-34V0M10-34L15 0" />
            <path className="g" d="M4-46L14-43L12-37L3-39Z" />
          </g>
          <path d="M40-46H96M52-46V-40M84-46V-40" />
        </g>
        <path d="M4-142V-127" />
        <circle className="bulb" cx="4" cy="-115" r="3.6" />
        <path className="r" d="M-7-116Q-5-127 4-127Q13-127 15-116Z" />
        <g className="f16 who" transform="translate(-40 -10)">
          <use href="#lcp-lskirt" />
          <use href="#lcp-tos" />
          <use href="#lcp-htail" />
          <path className="lo" d="M-8-61L-10-49L2-43" />
          <path className="os" d="M-8-61L-10-49L2-43" />
          <circle className="z" cx="2" cy="-43" r="2.9" />
          <path className="lo" d="M8-61L11-49L5-43" />
          <path className="os" d="M8-61L11-49L5-43" />
          <circle className="z" cx="5" cy="-43" r="2.9" />
        </g>
        <g className="who">
          <g transform="translate(-6 -90)">
            <path className="p" d="M-17-13H17Q21-13 21-9V6Q21 10 17 10H-2L-10 18L-9 10H-17Q-21 10-21 6V-9Q-21-13-17-13Z" />
            <path d="M-6-5v1M6-5v1M-7 1Q0 7 7 1" />
          </g>
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(38)">
            <use href="#lcp-lk" transform="scale(-1 1)" />
            <use href="#lcp-tgn" transform="scale(-1 1)" />
            <use href="#lcp-hshort" transform="scale(-1 1)" />
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
      <g className="room" data-room="guide" data-chapter="2.5" data-state={states.guide ?? 'off'} transform="translate(320 894)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M-38-111H-22L32 0H-92Z" />
        <path className="cone2" d="M-38-111H-22L-2 0H-58Z" />
        <use href="#lcp-w3034" transform="translate(-64 -96)" />
        <g>
          <g transform="translate(73)">
            <rect className="sky" x="-20" y="-112" width="43" height="112" />
            <path d="M1-112V0M-20-92H23" />
            <path className="th" d="M-4-52V-38M6-52V-38" />
            <path className="r" d="M-24-112H26V-118H-24Z" />
          </g>
          <g transform="translate(14 -142)">
            <path d="M-20 0V14M20 0V14" />
            <rect className="o" x="-28" y="14" width="56" height="17" rx="2" />
            <path className="lightln" d="M-14 22.5H12M12 22.5l-5-4.5M12 22.5l-5 4.5" />
          </g>
          <g transform="translate(-60)">
            <rect className="d" x="-30" y="-22" width="60" height="5" rx="1" />
            <rect className="d" x="-30" y="-44" width="60" height="9" rx="2" />
            <path d="M-24-17V0M24-17V0M-24-35V-22M24-35V-22" />
          </g>
        </g>
        <path d="M-30-142V-123" />
        <circle className="bulb" cx="-30" cy="-111" r="3.6" />
        <path className="r" d="M-41-112Q-39-123-30-123Q-21-123-19-112Z" />
        <g className="f16 who" transform="translate(14)">
          <use href="#lcp-lskirt" />
          <use href="#lcp-tos" />
          <use href="#lcp-hbun" />
          <path className="lo" d="M-8-61L-18-52L-26-58" />
          <path className="os" d="M-8-61L-18-52L-26-58" />
          <circle className="z" cx="-26" cy="-58" r="2.9" />
          <path className="lo" d="M8-61L11-49L3-43" />
          <path className="os" d="M8-61L11-49L3-43" />
          <circle className="z" cx="3" cy="-43" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(58) scale(.88)">
            <use href="#lcp-lk2" transform="scale(-1 1)" />
            <use href="#lcp-trn" transform="scale(-1 1)" />
            <use href="#lcp-helderf" transform="translate(-3 1.8) scale(-1 1)" />
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
      <g className="room" data-room="counter" data-chapter="2.6" data-state={states.counter ?? 'off'} transform="translate(320 744)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M-18-113H-2L52 0H-72Z" />
        <path className="cone2" d="M-18-113H-2L18 0H-38Z" />
        <use href="#lcp-w3034" transform="translate(68 -96)" />
        <g>
          <g transform="translate(-50 -142)">
            <path d="M0 0V8" />
            <rect className="k2" x="-26" y="8" width="52" height="20" rx="2" />
            <path className="goldln" d="M-16 18h5M-7 18h5M2 18h5M12 14l5 4l-5 4" />
          </g>
          <g transform="translate(66)">
            <path d="M-12-24H10M10 0V-52M-11-24V0" />
            <rect className="o" x="-14" y="-28" width="26" height="6" rx="2" />
          </g>
        </g>
        <path d="M-10-142V-125" />
        <circle className="bulb" cx="-10" cy="-113" r="3.6" />
        <path className="r" d="M-21-114Q-19-125-10-125Q-1-125 1-114Z" />
        <g className="f16 who" transform="translate(-44)">
          <path className="lo" d="M-8-61L4-50L33-55" />
          <path className="os" d="M-8-61L4-50L33-55" />
          <circle className="z" cx="33" cy="-55" r="2.9" />
          <use href="#lcp-tot" />
          <use href="#lcp-hshort" />
          <path className="lo" d="M8-61L14-50L31-57" />
          <path className="os" d="M8-61L14-50L31-57" />
          <circle className="z" cx="31" cy="-57" r="2.9" />
        </g>
        <g className="guest">
          <g className="f16 tn" transform="translate(30)">
            <path className="lo" d="M8-61L-2-50L-29-54" />
            <path className="gs" d="M8-61L-2-50L-29-54" />
            <circle className="z" cx="-29" cy="-54" r="2.9" />
            <use href="#lcp-lk2" transform="scale(-1 1)" />
            <use href="#lcp-tgn" transform="scale(-1 1)" />
            <use href="#lcp-hbob" transform="scale(-1 1)" />
            <path className="lo" d="M-8-61L-13-50L-29-57" />
            <path className="gs" d="M-8-61L-13-50L-29-57" />
            <circle className="z" cx="-29" cy="-57" r="2.9" />
          </g>
        </g>
        <g>
          <g>
            <rect className="d" x="-96" y="-46" width="98" height="7" rx="1" />
            <path className="p" d="M-96-39H-8V0H-96Z" />
            <path className="r" d="M-96-14H-8V-8H-96Z" />
          </g>
          <g transform="translate(-78 -46)">
            <rect className="k2" x="-12" y="-28" width="22" height="20" rx="2" />
            <path d="M-1-8V0M-8 0H6" />
          </g>
          <g className="who">
            <g transform="translate(-6 -58)">
              <rect className="p" x="-7" y="-7" width="15" height="11" rx="1" />
              <path className="th" d="M-4-3.6h8M-4-.4h5" />
            </g>
          </g>
        </g>
      </g>
      <g className="room" data-room="phone" data-chapter="2.7" data-state={states.phone ?? 'off'} transform="translate(320 444)">
        <rect className="air" x="-96" y="-142" width="192" height="142" />
        <path className="cone" d="M2-113H18L72 0H-52Z" />
        <path className="cone2" d="M2-113H18L38 0H-18Z" />
        <use href="#lcp-w3034" transform="translate(70 -98)" />
        <g transform="translate(-46 -102)">
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
        <path d="M10-142V-125" />
        <circle className="bulb" cx="10" cy="-113" r="3.6" />
        <path className="r" d="M-1-114Q1-125 10-125Q19-125 21-114Z" />
        <g className="f16 who" transform="translate(-18 5)">
          <use href="#lcp-tos" />
          <use href="#lcp-hbob" />
          <path className="lo" d="M8-61L17-56L27-67" />
          <path className="os" d="M8-61L17-56L27-67" />
          <circle className="z" cx="27" cy="-67" r="2.9" />
          <path className="lo" d="M-8-61L-13-54L-9-49" />
          <path className="os" d="M-8-61L-13-54L-9-49" />
          <circle className="z" cx="-9" cy="-49" r="2.9" />
        </g>
        <g>
          <g>
            <rect className="d" x="-90" y="-44" width="140" height="6" rx="1" />
            <path d="M-82-38V0M40-38V0" />
            <path className="p" d="M-82-38H40V-12H-82Z" />
            <path className="d" d="M-82-38h26v26h-26z" />
            <path className="th" d="M-72-25h6" />
          </g>
          <g transform="translate(20 -44)">
            <path className="r" d="M-15 0Q-15-9-8-11H8Q15-9 15 0Z" />
            <circle className="p" cx="0" cy="-5" r="3.4" />
            <path className="r" d="M-18-13Q-18-19-10-19H10Q18-19 18-13Q18-11 15-11Q11-11 11-14H-11Q-11-11-15-11Q-18-11-18-13Z" />
          </g>
          <g className="who waves">
            <g transform="translate(20 -66)">
              <path d="M-6-3Q0-8 6-3M-11-9Q0-18 11-9M-16-15Q0-28 16-15" />
            </g>
          </g>
        </g>
      </g>
      <g className="room" data-room="gallery" data-state={states.gallery ?? 'off'} transform="translate(220 294)">
        <rect className="air" x="-196" y="-76" width="392" height="76" />
        <path className="cone" d="M-135.7-68h10L-96.7 0H-164.7Z" />
        <path d="M-137.7-76V-71H-123.7V-76" />
        <path className="cone" d="M-5-68h10L34 0H-34Z" />
        <path d="M-7-76V-71H7V-76" />
        <path className="cone" d="M125.7-68h10L164.7 0H96.7Z" />
        <path d="M123.7-76V-71H137.7V-76" />
        <g>
          <use href="#lcp-wf" transform="translate(-144.8 -38)" />
          <use href="#lcp-wf" transform="translate(-72.4 -38)" />
          <use href="#lcp-wf" transform="translate(0 -38)" />
          <use href="#lcp-wf" transform="translate(72.4 -38)" />
          <use href="#lcp-wf" transform="translate(144.8 -38)" />
        </g>
        <g transform="translate(176) scale(-1 1)">
          <path className="h ns2" d="M-9 0Q-12-10-5-14L-5.4-20L-1.8-17.4H1.6L5-20L5-13Q4-10 2.4-9.6Q8-6 7.6 0Z" />
          <path className="tail" d="M7-1Q15 0 14-7Q13.4-11 17-12" />
          <circle className="cateye" cx="-2" cy="-14.4" r=".9" />
          <circle className="cateye" cx="2" cy="-14.4" r=".9" />
        </g>
      </g>
      <g className="room" data-room="exam" data-state={states.exam ?? 'off'} transform="translate(220 210)">
        <path className="air" d="M-196 0V-6L0-154L196-6V0Z" />
        <path className="cone" d="M-8-62H8L90 0H-90Z" />
        <path className="faint" d="M-117.6 0V-64.2M117.6 0V-64.2" />
        <g>
          <circle className="p" cx="0" cy="-92" r="17" />
          <path d="M0-101V-92L6-88" />
          <path className="th" d="M0-105.4v1.6M0-80.2v1.6M-13.4-92h1.6M11.8-92h1.6" />
        </g>
        <g>
          <g transform="translate(-104)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lcp-lke" />
                <use href="#lcp-tot" />
                <use href="#lcp-hbob" />
                <use href="#lcp-a0" />
                <use href="#lcp-a1" />
              </g>
            </g>
            <use href="#lcp-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(-36)">
            <g className="who">
              <g className="f16 tn" transform="translate(0 7) scale(.8)">
                <use href="#lcp-lke" transform="scale(-1 1)" />
                <use href="#lcp-tot" transform="scale(-1 1)" />
                <use href="#lcp-hshort" transform="scale(-1 1)" />
                <use href="#lcp-a0" />
                <use href="#lcp-a1" />
              </g>
            </g>
            <use href="#lcp-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(36)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lcp-lke" />
                <use href="#lcp-tot" />
                <use href="#lcp-hbun" />
                <use href="#lcp-a0" />
                <use href="#lcp-a1" />
              </g>
            </g>
            <use href="#lcp-desk" />
          </g>
        </g>
        <g>
          <g transform="translate(104)">
            <g className="who">
              <g className="f16" transform="translate(0 7) scale(.8)">
                <use href="#lcp-lke" transform="scale(-1 1)" />
                <use href="#lcp-tot" transform="scale(-1 1)" />
                <use href="#lcp-hshortg" transform="scale(-1 1)" />
                <use href="#lcp-a0" />
                <use href="#lcp-a1" />
              </g>
            </g>
            <use href="#lcp-desk" />
          </g>
        </g>
        <path className="f16" d="M-196 0V-6L0-154L196-6V0Z" />
      </g>
      <path className="r roof" d="M4 210L220 22L436 210L428 222L220 42L12 222Z" />
      <rect className="r" x="212" y="10" width="16" height="14" rx="2" />
      <g className="shellLines">
        <path d="M24 752H216M224 752H416M24 744H216M224 744H416M216 752V894M224 752V894M24 602H216M224 602H416M24 594H216M224 594H416M216 602V744M224 602V744M24 452H216M224 452H416M24 444H216M224 444H416M216 452V594M224 452V594M24 302H216M224 302H416M216 302V444M224 302V444M24 218H416M24 294H416M16 894V214M424 894V214M24 894V218M416 894V218M24 210H416" />
      </g>
      <path className="w" d="M10 894H430V908H10Z" />
      <path className="th" d="M10 901H430" />
      <path className="earth" d="M0 908H440V936H0Z" />
      <path className="out" d="M0 908H440" />
      <path className="r" d="M412 774H438V781H412Z" />
    </svg>
  )
}
