import './counter.css'

/** The counter, papers handed over with both hands. */
export function Counter() {
  return (
    <svg className="lc lc-counter" viewBox="0 0 800 450" role="img" aria-labelledby="counter-title counter-desc">
      <title id="counter-title">柜台</title>
      <desc id="counter-desc">服务人员隔着台面，双手把资料递给客户。</desc>
      <g>
        <rect className="air" x="0" y="0" width="800" height="450" />
        <path className="gl" d="M330 70H374L540 450H150Z" opacity=".75" />
        <path className="w" d="M-4 392H804V454H-4Z" />
        <path className="fa" d="M0 372H800" />
        <path d="M352-2V44" />
        <circle className="gl2 p" cx="352" cy="72" r="9" />
        <path className="r" d="M322 70Q327 44 352 44Q377 44 382 70Z" />
        <g transform="translate(676 128)">
          <rect className="p" x="-42" y="-50" width="84" height="100" rx="2" />
          <rect className="g" x="-36" y="-44" width="33" height="41" />
          <rect className="g" x="3" y="-44" width="33" height="41" />
          <rect className="g" x="-36" y="3" width="33" height="41" />
          <rect className="g" x="3" y="3" width="33" height="41" />
          <path d="M-54 54H54" strokeWidth="4" />
        </g>
        <path d="M120-2V34M196-2V34" />
        <rect className="k" x="88" y="34" width="140" height="52" rx="4" />
        <path className="gl2" d="M106 52h14M106 60h14M106 68h14M134 52h12M134 60h12M134 68h12" strokeWidth="3" />
        <path className="gl2" d="M168 60H204M204 60L192 50M204 60L192 70" strokeWidth="3.4" />
        <g transform="translate(664 392)">
          <path d="M-52-2V-50M52-2V-50M-66-2H-38M38-2H66" />
          <rect className="o" x="-50" y="-60" width="48" height="12" rx="5" />
          <path className="o" d="M-48-64L-52-112Q-51-118-44-118H-8Q-1-118 0-112L-4-64Z" />
          <rect className="o" x="2" y="-60" width="48" height="12" rx="5" />
          <path className="o" d="M4-64L0-112Q1-118 8-118H44Q51-118 52-112L48-64Z" />
        </g>
        <g transform="translate(764 392)">
          <path className="o" d="M0-36Q-26-46-28-84Q-6-76 0-46Q0-84 16-104Q30-74 5-42Q22-62 34-54Q30-32 6-32Z" />
          <path className="r" d="M-17-34H17L12 0H-12Z" />
        </g>
      </g>
      <g>
        <path d="M294 214Q314 240 340 240" strokeWidth="26" />
        <path className="ol" d="M294 214Q314 240 340 240" strokeWidth="22" />
        <path d="M472 216Q452 242 428 240" strokeWidth="26" />
        <path className="gl2" d="M472 216Q452 242 428 240" strokeWidth="22" />
        <path className="s" d="M340 229q16-5 26-2q5 2 2 6l-9 2q8 1 7 6q-2 6-12 6l-14 0q-6-7 0-18z" />
        <path className="t" d="M426 229q-16-5-26-2q-5 2-2 6l9 2q-8 1-7 6q2 6 12 6l14 0q6-7 0-18z" />
      </g>
      <g>
        <g>
          <path d="M488 300L486 380" strokeWidth="28" />
          <path className="kl" d="M488 300L486 380" strokeWidth="24" />
          <path d="M520 300L520 380" strokeWidth="28" />
          <path className="kl" d="M520 300L520 380" strokeWidth="24" />
          <path className="h" d="M468 392q-4-14 12-16h8l2 16zM502 392q0-14 14-16h16l1 16z" />
          <path className="t" d="M492 172h20v22h-20z" />
          <path className="g" d="M462 216Q462 194 486 188Q502 200 518 188Q542 194 544 216L548 322Q502 332 456 322Z" />
          <path className="th" d="M457 312Q502 322 547 312" />
        </g>
        <g>
          <path className="h" d="M468 186C452 92 546 92 538 190Q522 198 516 186H482Q474 196 468 186Z" />
          <path className="t" d="M472 142C470 110 530 110 530 142C530 168 516 181 500 182C484 181 472 168 472 142Z" />
          <path className="h" d="M469 150C460 98 542 94 534 152Q528 132 510 122Q488 136 476 132Q470 140 469 150Z" />
          <ellipse className="f" cx="483" cy="150" rx="2.5" ry="3.2" />
          <ellipse className="f" cx="500" cy="150" rx="2.5" ry="3.2" />
          <path className="th" d="M478 140q5-3.4 10 0M495 140q5-3.4 10 0M490 152q-4 6 1 8" />
        </g>
      </g>
      <g>
        <g>
          <path className="s" d="M253 170h20v22h-20z" />
          <path className="o" d="M220 214Q222 192 244 186L282 186Q304 192 306 214L310 330H214Z" />
          <path className="p" d="M246 184L266 226L284 184L273 180L265 192L254 180Z" />
          <path className="r" d="M260 192H270L272 200L274 226L266 240L259 226L258 200Z" />
          <path className="o" d="M246 184L235 200L246 208L266 240L254 214ZM284 184L293 200L284 208L266 240L276 214Z" />
          <rect className="g" x="281" y="234" width="20" height="9" rx="1.5" />
        </g>
      </g>
      <g>
        <g transform="translate(382 246) rotate(0)">
          <path className="p" d="M-28-19H28V19H-28Z" />
          <path className="th" d="M-20-9H6M-20 0H14M-20 9H2" />
          <rect className="r ns" x="13" y="4" width="9" height="9" />
        </g>
        <g>
          <ellipse className="s" cx="235" cy="148" rx="5" ry="8" />
          <path className="s" d="M236 140C234 108 296 108 295 140C295 166 282 180 266 181C248 180 236 166 236 140Z" />
          <path className="h" d="M233 146C224 98 302 94 297 136Q280 136 268 124Q250 132 242 126Q236 134 237 148Z" />
          <ellipse className="f" cx="263" cy="148" rx="2.5" ry="3.2" />
          <ellipse className="f" cx="280" cy="148" rx="2.5" ry="3.2" />
          <path className="th" d="M258 138q5-3.4 10 0M275 138q5-3.4 10 0M272 150q4 6-1 8" />
        </g>
        <path className="th" d="M264 162q7 6 14 0" />
        <path className="th" d="M484 164q7 6 14 0" />
        <path d="M233 212Q248 282 338 262" strokeWidth="26" />
        <path className="ol" d="M233 212Q248 282 338 262" strokeWidth="22" />
        <path d="M529 214Q514 284 430 264" strokeWidth="26" />
        <path className="gl2" d="M529 214Q514 284 430 264" strokeWidth="22" />
        <path className="s" d="M340 249q16-5 26-2q5 2 2 6l-9 2q8 1 7 6q-2 6-12 6l-14 0q-6-7 0-18z" />
        <path className="t" d="M426 251q-16-5-26-2q-5 2-2 6l9 2q-8 1-7 6q2 6 12 6l14 0q6-7 0-18z" />
        <path className="gl2" d="M382 208v-16M350 214l-8-12M414 214l8-12" strokeWidth="3.4" />
      </g>
      <g>
        <rect className="d" x="34" y="312" width="412" height="18" rx="2" />
        <path className="p" d="M48 330H432V392H48Z" />
        <path className="r" d="M48 366H432V376H48Z" />
      </g>
      <g transform="translate(120 312)">
        <rect className="k" x="-48" y="-74" width="84" height="60" rx="4" />
        <path d="M-6-14V0M-28 0H18" />
        <path className="lt" d="M-36-60H10M-36-48H-8" opacity=".7" />
      </g>
      <g transform="translate(196 312)">
        <path className="d" d="M-16 0L-13-22H13L16 0Z" />
        <path d="M-5-22L-9-44M4-22L6-40" />
        <path className="r" d="M-11-48l4-1l-1 8l-3 0z" />
      </g>
    </svg>
  )
}
