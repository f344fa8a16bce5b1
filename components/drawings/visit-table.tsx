import './counter.css'

/** At the customer's own table: papers turned towards him, two cups, an umbrella by the door. Coloured as the counter is. */
export function VisitTable() {
  return (
    <svg className="lc lc-counter" viewBox="0 0 800 450" role="img" aria-labelledby="visit-title visit-desc">
      <title id="visit-title">客户家中</title>
      <desc id="visit-desc">桌上摊着资料，两只茶杯，资料朝着客户坐的一边。</desc>
      <rect className="air" width="800" height="450" />
      <path className="w" d="M-4 360H804V454H-4Z" />
      <path className="fa" d="M0 342H800" />
      <g>
        <rect className="p" x="70" y="60" width="190" height="170" rx="3" />
        <rect className="gl" x="82" y="72" width="78" height="146" />
        <rect className="gl" x="170" y="72" width="78" height="146" />
        <path d="M165 72V218M82 146H248" />
        <path d="M56 232H274" strokeWidth="4" />
        <path className="o" d="M206 228q-18-30-4-48q14 18 8 48q8-34 28-38q2 28-22 38z" />
        <path className="r" d="M192 228h42l-6-20h-30z" />
      </g>
      <g>
        <rect className="d" x="596" y="70" width="130" height="292" />
        <rect className="th" x="614" y="92" width="94" height="110" />
        <rect className="th" x="614" y="220" width="94" height="116" />
        <circle className="g" cx="612" cy="212" r="6" />
        <path className="k" d="M748 250q16 6 12 30l-6 82h-10l-4-84q0-22 8-28z" />
        <path d="M750 250q-2-22 10-22q10 0 8 12" />
      </g>
      <path d="M400-2V62" />
      <path className="r" d="M346 96Q352 62 400 62Q448 62 454 96Z" />
      <circle className="gl2 p" cx="400" cy="98" r="10" />
      <path className="gl" d="M352 98H448L560 300H240Z" opacity=".6" />
      <g>
        <path className="o" d="M128 264q-4-10 8-10h34q10 0 10 10l6 94h-54z" />
        <path d="M124 358V432M184 358V432" strokeWidth="5" />
        <path className="o" d="M612 264q4-10-8-10h-34q-10 0-10 10l-6 94h54z" />
        <path d="M616 358V432M556 358V432" strokeWidth="5" />
      </g>
      <path className="d" d="M186 292H554L574 322H166Z" />
      <path className="d" d="M166 322H574V338H166Z" />
      <path d="M204 338L196 436M536 338L544 436" strokeWidth="7" />
      <path className="p" d="M318 298h96l8 18H308z" />
      <path className="th" d="M330 303h70M327 309h66" />
      <path className="p" d="M426 296h44l10 16h-46z" />
      <path className="th" d="M436 301h28" />
      <path className="g" d="M392 312l44-9l2 4l-44 9z" />
      <g>
        <path className="p" d="M236 282h30l-4 26h-22z" />
        <path d="M266 288q12 0 10 8q-2 8-12 6" />
        <path className="th" d="M244 272q4-6 0-12M256 272q4-6 0-12" />
        <path className="p" d="M494 282h30l-4 26h-22z" />
        <path d="M524 288q12 0 10 8q-2 8-12 6" />
        <path className="th" d="M502 272q4-6 0-12M514 272q4-6 0-12" />
      </g>
    </svg>
  )
}
