import { useId } from 'react'
import type { Figure, FigurePart } from '@/domain/figure'
import './figure.css'

/** Sleeves go with the top, and what has no place for a name tag has none. */
const sleeves: Record<string, string> = { uniform: 'uniform', untidy: 'uniform', suit: 'suit', odd: 'odd' }

/** The figure before the mirror. Decoration: what is seen stands beside it in words. */
export function FigureDrawing({ figure }: { figure: Figure }) {
  const id = useId()
  const { layers } = figure
  const top = layers.top ?? 'uniform'
  const extra: Record<string, string> = { sleeve: sleeves[top] ?? 'bare', badge: ['uniform', 'suit', 'untidy'].includes(top) ? 'worn' : 'none' }
  const on = (layer: FigurePart | 'sleeve' | 'badge', variant: string) => (extra[layer] ?? layers[layer as FigurePart]) === variant
  return (
    <svg className="lc lc-figure" viewBox="0 0 360 640" aria-hidden="true">
      <g>
        <rect className="d" x="6" y="6" width="348" height="628" rx="40" />
        <rect className="mir" x="18" y="18" width="324" height="604" rx="29" />
        <path className="fl" d="M18 560H342V593Q342 622 313 622H47Q18 622 18 593Z" />
        <path className="ref" d="M42 120L78 58M44 160L96 70" />
      </g>
      {figure.model === 'woman' ? (
        <g transform="translate(180 15)">
          {on('hair', 'bun') && (
            <g>
              <circle className="h" cx="0" cy="50" r="15" />
              <path className="hl" d="M-8 46Q0 40 8 46" />
            </g>
          )}
          {on('hair', 'bob') && (
            <g>
              <path className="h" d="M-38 92C-44 40 44 40 38 92L40 136Q30 144 24 138H-24Q-30 144-40 136Z" />
            </g>
          )}
          {on('hair', 'dyed') && (
            <g>
              <path
                className="dye"
                d="M-40 88C-46 36 46 36 40 88Q46 130 40 160Q52 190 42 214Q30 226 18 214L20 130H-20L-18 214Q-30 226-42 214Q-52 190-40 160Q-46 130-40 88Z"
              />
              <path
                className="r"
                d="M33 112Q41 146 35 168Q44 192 35 214Q30 190 27 170Q31 140 28 112ZM-33 112Q-41 146-35 168Q-44 192-35 214Q-30 190-27 170Q-31 140-28 112Z"
              />
            </g>
          )}
          <g>
            <path className="s" d="M6 300L7 452Q5 500 9 570H27Q33 500 32 452Q38 380 44 310Z" />
            <path className="th" d="M13 446Q20 451 27 446" />
            <g transform="scale(-1 1)">
              <path className="s" d="M6 300L7 452Q5 500 9 570H27Q33 500 32 452Q38 380 44 310Z" />
              <path className="th" d="M13 446Q20 451 27 446" />
            </g>
            <path className="s" d="M-13 132V160Q-14 166-30 170L-44 174Q-48 196-41 214L-34 300H34L41 214Q48 196 44 174L30 170Q14 166 13 160V132Z" />
            <path className="th" d="M-24 178Q-12 182-6 187M24 178Q12 182 6 187" />
          </g>
          {on('shoes', 'pumps') && (
            <g>
              <path className="k" d="M8 566Q9 580 18 582Q27 580 28 566L31 578Q33 590 25 591H11Q3 590 5 578Z" />
              <g transform="scale(-1 1)">
                <path className="k" d="M8 566Q9 580 18 582Q27 580 28 566L31 578Q33 590 25 591H11Q3 590 5 578Z" />
              </g>
            </g>
          )}
          {on('shoes', 'flats') && (
            <g>
              <path className="d" d="M7 570Q18 578 29 570L31 580Q33 590 25 591H11Q3 590 5 580Z" />
              <g transform="scale(-1 1)">
                <path className="d" d="M7 570Q18 578 29 570L31 580Q33 590 25 591H11Q3 590 5 580Z" />
              </g>
            </g>
          )}
          {on('bottom', 'skirt-knee') && (
            <g>
              <path className="k" d="M-44 300H44L49 448Q0 456-49 448Z" />
              <path className="th" d="M0 400V453" />
            </g>
          )}
          {on('bottom', 'skirt-below') && (
            <g>
              <path className="k" d="M-44 300H44L52 502Q0 511-52 502Z" />
              <path className="th" d="M0 440V508M-22 360L-25 506M22 360L25 506" />
            </g>
          )}
          {on('bottom', 'trousers') && (
            <g>
              <path className="k" d="M-44 300H44Q46 380 39 572H6L0 364L-6 572H-39Q-46 380-44 300Z" />
              <path className="th" d="M-22 350V568M22 350V568" />
            </g>
          )}
          {on('bottom', 'skirt-short') && (
            <g>
              <path className="k" d="M-44 300H44L50 368Q0 376-50 368Z" />
              <path className="th" d="M-16 330L-18 370M16 330L18 370" />
            </g>
          )}
          {on('bottom', 'shorts') && (
            <g>
              <path className="g" d="M-44 300H44L47 378L5 382L0 352L-5 382L-47 378Z" />
              <path className="th" d="M-47 370L-5 374M47 370L5 374M0 326V352" />
            </g>
          )}
          {on('hands', 'clean') && (
            <g>
              <g transform="translate(66 324)">
                <path
                  className="s"
                  d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                />
                <path className="th" d="M0 26V40M7 26V42M13 25V39" />
              </g>
              <g transform="scale(-1 1)">
                <g transform="translate(66 324)">
                  <path
                    className="s"
                    d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                  />
                  <path className="th" d="M0 26V40M7 26V42M13 25V39" />
                </g>
              </g>
              <path className="lead" d="M84 364L102 385" />
              <circle className="p" cx="114" cy="414" r="31" />
              <clipPath id={`${id}-lcf-lwc`}>
                <circle cx="114" cy="414" r="29" />
              </clipPath>
              <g clipPath={`url(#${id}-lcf-lwc)`}>
                <g transform="translate(97 412)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
                <g transform="translate(114 420)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
                <g transform="translate(131 413)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
              </g>
              <circle cx="114" cy="414" r="31" />
              <path className="wd" d="M137 437L147 448" />
            </g>
          )}
          {on('hands', 'dirty') && (
            <g>
              <g transform="translate(66 324)">
                <path
                  className="s"
                  d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                />
                <path className="th" d="M0 26V40M7 26V42M13 25V39" />
              </g>
              <g transform="scale(-1 1)">
                <g transform="translate(66 324)">
                  <path
                    className="s"
                    d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                  />
                  <path className="th" d="M0 26V40M7 26V42M13 25V39" />
                </g>
              </g>
              <path className="lead" d="M84 364L102 385" />
              <circle className="p" cx="114" cy="414" r="31" />
              <clipPath id={`${id}-lcf-lwd`}>
                <circle cx="114" cy="414" r="29" />
              </clipPath>
              <g clipPath={`url(#${id}-lcf-lwd)`}>
                <g transform="translate(97 412)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-3-16q3-3 5 0q-1 4-4 3z" />
                </g>
                <g transform="translate(114 420)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-4-16q3-3 5 0q-1 4-4 3z" />
                </g>
                <g transform="translate(131 413)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-2-16q3-3 5 0q-1 4-4 3z" />
                </g>
              </g>
              <circle cx="114" cy="414" r="31" />
              <path className="wd" d="M137 437L147 448" />
            </g>
          )}
          {on('sleeve', 'uniform') && (
            <g>
              <path className="p" d="M54 322L78 318L79 324L55 328Z" />
              <g transform="scale(-1 1)">
                <path className="p" d="M54 322L78 318L79 324L55 328Z" />
              </g>
              <path className="o" d="M38 170Q57 172 60 192L79 312Q79 319 73 320L58 322Q53 322 52 317L42 240Q40 214 36 206Z" />
              <g transform="scale(-1 1)">
                <path className="o" d="M38 170Q57 172 60 192L79 312Q79 319 73 320L58 322Q53 322 52 317L42 240Q40 214 36 206Z" />
              </g>
            </g>
          )}
          {on('sleeve', 'suit') && (
            <g>
              <path className="p" d="M54 322L78 318L79 324L55 328Z" />
              <g transform="scale(-1 1)">
                <path className="p" d="M54 322L78 318L79 324L55 328Z" />
              </g>
              <path className="k" d="M38 170Q57 172 60 192L79 312Q79 319 73 320L58 322Q53 322 52 317L42 240Q40 214 36 206Z" />
              <g transform="scale(-1 1)">
                <path className="k" d="M38 170Q57 172 60 192L79 312Q79 319 73 320L58 322Q53 322 52 317L42 240Q40 214 36 206Z" />
              </g>
            </g>
          )}
          {on('sleeve', 'bare') && (
            <g>
              <path className="s" d="M34 174Q54 172 57 194L66 246L76 322H58L48 250L40 212Z" />
              <path className="th" d="M52 250Q57 253 61 250" />
              <g transform="scale(-1 1)">
                <path className="s" d="M34 174Q54 172 57 194L66 246L76 322H58L48 250L40 212Z" />
                <path className="th" d="M52 250Q57 253 61 250" />
              </g>
            </g>
          )}
          {on('sleeve', 'odd') && (
            <g>
              <path className="g" d="M34 168Q80 158 84 200Q98 262 80 304Q70 322 54 316Q40 270 36 208Z" />
              <path className="r" d="M82 190Q88 206 89 220L40 236L37 214ZM91 244Q91 262 88 276L47 290L43 262Z" />
              <path className="o" d="M52 312L80 304L82 318L54 326Z" />
              <g transform="scale(-1 1)">
                <path className="g" d="M34 168Q80 158 84 200Q98 262 80 304Q70 322 54 316Q40 270 36 208Z" />
                <path className="r" d="M82 190Q88 206 89 220L40 236L37 214ZM91 244Q91 262 88 276L47 290L43 262Z" />
                <path className="o" d="M52 312L80 304L82 318L54 326Z" />
              </g>
            </g>
          )}
          {on('top', 'uniform') && (
            <g>
              <path className="p" d="M-15 159L0 176L15 159L30 170L6 262H-6L-30 170Z" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="r" d="M0 176L-15 170Q-20 178-15 186ZM0 176L15 170Q20 178 15 186Z" />
              <path className="r" d="M-3 178L-9 202L0 197L8 203L3 178Z" />
              <circle className="r" cx="0" cy="177" r="4.6" />
              <path className="o" d="M-15 160L-40 169Q-44 196-40 214L-36 258L-48 322Q0 330 48 322L36 258L40 214Q44 196 40 169L15 160L0 246Z" />
              <path className="o" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 248L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 248L9 196Z" />
              <path d="M0 248V326" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-36 286L-18 289M36 286L18 289" />
            </g>
          )}
          {on('top', 'suit') && (
            <g>
              <path className="p" d="M-15 159L0 176L15 159L30 170L6 262H-6L-30 170Z" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="k" d="M-15 160L-40 169Q-44 196-40 214L-36 258L-48 322Q0 330 48 322L36 258L40 214Q44 196 40 169L15 160L0 246Z" />
              <path className="k" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 248L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 248L9 196Z" />
              <path d="M0 248V326" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-36 286L-18 289M36 286L18 289" />
            </g>
          )}
          {on('top', 'camisole') && (
            <g>
              <path d="M-26 170L-24 208M26 170L24 208" strokeWidth="4.5" />
              <path
                className="r"
                d="M-40 208Q-20 202 0 212Q20 202 40 208Q42 216 38 230L37 256Q46 276 49 324Q0 332-49 324Q-46 276-37 256L-38 230Q-42 216-40 208Z"
              />
              <path className="lightln th" d="M-37 222Q-18 216 0 225Q18 216 37 222" />
            </g>
          )}
          {on('top', 'sleeveless') && (
            <g>
              <path
                className="g"
                d="M-20 164L-36 168Q-30 196-42 214L-37 256Q-46 276-49 324Q0 332 49 324Q46 276 37 256L42 214Q30 196 36 168L20 164Q0 188-20 164Z"
              />
              <path className="th" d="M-48 312Q0 320 48 312" />
            </g>
          )}
          {on('top', 'untidy') && (
            <g>
              <path className="p" d="M-24 322L-30 346Q-14 354-2 344L-2 326Z" />
              <path className="th" d="M-20 330L-24 344" />
              <path className="p" d="M-15 159L0 176L15 159L30 170L6 262H-6L-30 170Z" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="o" d="M-15 160L-40 169Q-44 196-40 214L-36 258L-48 322Q0 330 48 322L36 258L40 214Q44 196 40 169L15 160L0 246Z" />
              <path className="o" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 248L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 248L9 196Z" />
              <path d="M0 248V326" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-36 286L-18 289M36 286L18 289" />
              <path className="dirt ns" d="M-36 226q10-10 19 0q11 5 4 16q-10 9-20 2q-10-6-3-18zM20 300q5-5 9 0q5 4 0 9q-6 4-10-1q-3-4 1-8z" />
              <circle className="dirt ns" cx="-12" cy="256" r="2.6" />
              <circle className="dirt ns" cx="34" cy="290" r="2" />
              <circle className="dirt ns" cx="-35" cy="254" r="1.8" />
              <path className="th" d="M22 226l10 6M24 238l9 3M-30 274l12-4M-32 300l14-6M16 312l14-4" />
            </g>
          )}
          {on('top', 'odd') && (
            <g>
              <path
                className="g"
                d="M-16 162L-40 168Q-44 196-40 214L-36 258L-56 330L-40 322L-28 338L-14 324L0 340L14 324L28 338L40 322L56 330L36 258L40 214Q44 196 40 168L16 162Q0 178-16 162Z"
              />
              <path
                className="r"
                d="M-40 196L-20 216L0 196L20 216L40 196L40 214L20 234L0 214L-20 234L-40 214ZM-39 246L-20 264L0 246L20 264L38 246L38 262L20 282L0 264L-20 282L-38 262Z"
              />
              <path
                className="o"
                d="M-16 158Q-40 150-48 160Q-38 162-40 172Q-28 166-24 176Q-14 168-8 180Q-2 172 0 178Q2 172 8 180Q14 168 24 176Q28 166 40 172Q38 162 48 160Q40 150 16 158Q0 174-16 158Z"
              />
            </g>
          )}
          {on('badge', 'worn') && (
            <g>
              <rect className="g" x="14" y="212" width="22" height="9" rx="1.5" />
              <path className="th" d="M18 216.5H32" />
            </g>
          )}
          <g>
            <ellipse className="s" cx="-33" cy="104" rx="6" ry="9.5" />
            <ellipse className="s" cx="33" cy="104" rx="6" ry="9.5" />
            <path className="s" d="M-32 90C-34 54 34 54 32 90C33 122 18 142 0 143C-18 142-33 122-32 90Z" />
            <path className="shade ns" d="M-12.9 141Q0 150 12.9 141L12.9 152Q0 160-12.9 150Z" />
          </g>
          {on('face', 'calm') && (
            <g>
              <ellipse className="fk" cx="-13" cy="103" rx="2.6" ry="3.4" />
              <ellipse className="fk" cx="13" cy="103" rx="2.6" ry="3.4" />
              <path className="f" d="M0 106Q4 114-2 116" />
              <path className="f" d="M-19 91Q-13 87-7 91M19 91Q13 87 7 91" />
              <path className="f" d="M-9 126Q0 132 9 126" />
              <path className="lip" d="M-5 128Q0 130.4 5 128" />
            </g>
          )}
          {on('face', 'smile') && (
            <g>
              <ellipse className="fk" cx="-13" cy="103" rx="2.6" ry="3.4" />
              <ellipse className="fk" cx="13" cy="103" rx="2.6" ry="3.4" />
              <path className="f" d="M0 106Q4 114-2 116" />
              <path className="f" d="M-19 90Q-13 86-7 90M19 90Q13 86 7 90" />
              <path className="p f" d="M-11 124Q0 137 11 124Z" />
            </g>
          )}
          {on('face', 'heavy') && (
            <g>
              <path className="mk1 ns" d="M-24 100Q-22 86-5 90Q-3 98-6 102Q-14 94-24 100ZM24 100Q22 86 5 90Q3 98 6 102Q14 94 24 100Z" />
              <circle className="mk2 ns" cx="-20" cy="119" r="9" />
              <circle className="mk2 ns" cx="20" cy="119" r="9" />
              <ellipse className="fk" cx="-13" cy="103" rx="3.2" ry="3.8" />
              <ellipse className="fk" cx="13" cy="103" rx="3.2" ry="3.8" />
              <path className="f" d="M0 106Q4 114-2 116" />
              <path
                className="f"
                d="M-23 87Q-14 78-5 87M23 87Q14 78 5 87M-24 99L-30 94M-22 96L-27 89M-18 94L-21 87M24 99L30 94M22 96L27 89M18 94L21 87M-24 101Q-14 94-5 101M24 101Q14 94 5 101"
                strokeWidth="2.2"
              />
              <path className="r" d="M-14 126Q-8 119 0 123Q8 119 14 126Q0 140-14 126Z" />
              <path className="f" d="M-14 126Q0 130 14 126" />
            </g>
          )}
          {on('glasses', 'clear') && (
            <g>
              <path
                className="clear"
                d="M-28 95Q-27 92-23 92H-6Q-3 92-3 96V104Q-4 113-14 113Q-26 113-28 102ZM28 95Q27 92 23 92H6Q3 92 3 96V104Q4 113 14 113Q26 113 28 102Z"
              />
              <path d="M-3 98Q0 95 3 98M-28 97L-33 99M28 97L33 99" />
            </g>
          )}
          {on('glasses', 'tinted') && (
            <g>
              <path
                className="tint"
                d="M-28 95Q-27 92-23 92H-6Q-3 92-3 96V104Q-4 113-14 113Q-26 113-28 102ZM28 95Q27 92 23 92H6Q3 92 3 96V104Q4 113 14 113Q26 113 28 102Z"
              />
              <path d="M-3 98Q0 95 3 98M-28 97L-33 99M28 97L33 99" />
              <path className="shine" d="M-22 104L-16 96M10 104L16 96" />
            </g>
          )}
          {on('hair', 'bun') && (
            <g>
              <path className="h" d="M-35 104C-44 44 44 44 35 104L31 104C32 86 24 78 6 74C-8 84-26 86-31 104Z" />
              <path className="hl" d="M-20 66Q-8 58 6 60" />
            </g>
          )}
          {on('hair', 'bob') && (
            <g>
              <path className="h" d="M-37 104C-46 42 46 42 37 104Q39 122 36 134L30 132Q34 104 26 88Q-2 90-18 78Q-30 90-30 132L-36 134Q-39 122-37 104Z" />
              <path className="hl" d="M-20 64Q-8 56 8 59" />
            </g>
          )}
          {on('hair', 'dyed') && (
            <g>
              <path className="dye" d="M-38 110C-48 40 48 40 38 110L33 116C34 90 24 80 4 72C-8 84-28 88-33 116Z" />
              <path className="r" d="M4 72Q14 60 12 53Q24 58 29 76Q32 88 33 100Q24 80 4 72ZM-12 55Q-24 62-30 82Q-18 78-6 80Q-14 68-12 55Z" />
            </g>
          )}
          {on('hair', 'odd') && (
            <g>
              <path
                className="h"
                d="M-34 96Q-40 74-30 62L-44 38L-22 50L-26 16L-8 42L2 6L12 42L32 18L25 50L46 40L31 62Q40 74 34 96Q30 84 26 80L14 86L8 76L-4 88L-10 76L-22 88Q-30 84-34 96Z"
              />
              <path className="hl" d="M-20 56L-14 66M2 40V58M22 56L16 66" />
            </g>
          )}
        </g>
      ) : (
        <g transform="translate(180 15)">
          {on('hair', 'long') && (
            <g>
              <path
                className="h"
                d="M-40 88C-48 36 48 36 40 88Q46 128 42 164Q46 184 36 188Q24 190 18 180V130H-18V180Q-24 190-36 188Q-46 184-42 164Q-46 128-40 88Z"
              />
            </g>
          )}
          <g>
            <path className="s" d="M5 300L8 452Q6 500 10 570H31Q38 500 37 452Q42 380 46 310Z" />
            <path className="th" d="M15 446Q23 451 31 446" />
            <g transform="scale(-1 1)">
              <path className="s" d="M5 300L8 452Q6 500 10 570H31Q38 500 37 452Q42 380 46 310Z" />
              <path className="th" d="M15 446Q23 451 31 446" />
            </g>
            <path className="s" d="M-13 132V160Q-14 166-42 170L-56 174Q-60 196-53 214L-44 300H44L53 214Q60 196 56 174L42 170Q14 166 13 160V132Z" />
            <path className="th" d="M-24 178Q-12 182-6 187M24 178Q12 182 6 187" />
          </g>
          {on('shoes', 'black') && (
            <g>
              <path className="k" d="M7 566H34L36 580Q37 590 29 591H12Q4 590 5 580Z" />
              <path className="lightln th" d="M14 574H27M15 579H26" />
              <g transform="scale(-1 1)">
                <path className="k" d="M7 566H34L36 580Q37 590 29 591H12Q4 590 5 580Z" />
                <path className="lightln th" d="M14 574H27M15 579H26" />
              </g>
            </g>
          )}
          {on('shoes', 'brown') && (
            <g>
              <path className="d" d="M7 566H34L36 580Q37 590 29 591H12Q4 590 5 580Z" />
              <path className="th" d="M14 574H27M15 579H26" />
              <g transform="scale(-1 1)">
                <path className="d" d="M7 566H34L36 580Q37 590 29 591H12Q4 590 5 580Z" />
                <path className="th" d="M14 574H27M15 579H26" />
              </g>
            </g>
          )}
          {on('bottom', 'trousers') && (
            <g>
              <path className="k" d="M-50 304H50Q52 390 43 574H6L0 370L-6 574H-43Q-52 390-50 304Z" />
              <path className="th" d="M-25 356V570M25 356V570" />
            </g>
          )}
          {on('bottom', 'trousers-grey') && (
            <g>
              <path className="w" d="M-50 304H50Q52 390 43 574H6L0 370L-6 574H-43Q-52 390-50 304Z" />
              <path className="th" d="M-25 356V570M25 356V570" />
            </g>
          )}
          {on('bottom', 'shorts') && (
            <g>
              <path className="g" d="M-50 304H50L53 414L5 419L0 362L-5 419L-53 414Z" />
              <path className="th" d="M-53 404L-5 409M53 404L5 409M0 336V362" />
            </g>
          )}
          {on('hands', 'clean') && (
            <g>
              <g transform="translate(77 324)">
                <path
                  className="s"
                  d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                />
                <path className="th" d="M0 26V40M7 26V42M13 25V39" />
              </g>
              <g transform="scale(-1 1)">
                <g transform="translate(77 324)">
                  <path
                    className="s"
                    d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                  />
                  <path className="th" d="M0 26V40M7 26V42M13 25V39" />
                </g>
              </g>
              <path className="lead" d="M95 364L107 385" />
              <circle className="p" cx="119" cy="414" r="31" />
              <clipPath id={`${id}-lcf-lmc`}>
                <circle cx="119" cy="414" r="29" />
              </clipPath>
              <g clipPath={`url(#${id}-lcf-lmc)`}>
                <g transform="translate(102 412)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
                <g transform="translate(119 420)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
                <g transform="translate(136 413)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V6Q5 11 0 11Q-5 11-5 6Z" />
                  <path className="shine" d="M-2-2V2" />
                </g>
              </g>
              <circle cx="119" cy="414" r="31" />
              <path className="wd" d="M142 437L152 448" />
            </g>
          )}
          {on('hands', 'dirty') && (
            <g>
              <g transform="translate(77 324)">
                <path
                  className="s"
                  d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                />
                <path className="th" d="M0 26V40M7 26V42M13 25V39" />
              </g>
              <g transform="scale(-1 1)">
                <g transform="translate(77 324)">
                  <path
                    className="s"
                    d="M-9-4L-10 13Q-17 18-17 29Q-16 33-12 32Q-9 30-7 23L-7 37Q-7 43-3 43Q0 43 0 40Q1 46 4 46Q7 46 7 42Q8 45 11 44Q13 43 13 39Q16 41 17 37L16 20Q14 6 12-5Z"
                  />
                  <path className="th" d="M0 26V40M7 26V42M13 25V39" />
                </g>
              </g>
              <path className="lead" d="M95 364L107 385" />
              <circle className="p" cx="119" cy="414" r="31" />
              <clipPath id={`${id}-lcf-lmd`}>
                <circle cx="119" cy="414" r="29" />
              </clipPath>
              <g clipPath={`url(#${id}-lcf-lmd)`}>
                <g transform="translate(102 412)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-3-16q3-3 5 0q-1 4-4 3z" />
                </g>
                <g transform="translate(119 420)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-4-16q3-3 5 0q-1 4-4 3z" />
                </g>
                <g transform="translate(136 413)">
                  <path className="s" d="M-8-34V6Q-8 15 0 15Q8 15 8 6V-34" />
                  <path className="nail" d="M-5-1Q-5-6 0-6Q5-6 5-1V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-5 6Q-2 4 0 6.4Q3 4.4 5 6.4V9Q5 12 0 13Q-5 12-5 9Z" />
                  <path className="dirt ns" d="M-2-16q3-3 5 0q-1 4-4 3z" />
                </g>
              </g>
              <circle cx="119" cy="414" r="31" />
              <path className="wd" d="M142 437L152 448" />
            </g>
          )}
          {on('sleeve', 'uniform') && (
            <g>
              <path className="p" d="M65 322L89 318L90 324L66 328Z" />
              <g transform="scale(-1 1)">
                <path className="p" d="M65 322L89 318L90 324L66 328Z" />
              </g>
              <path className="o" d="M49 170Q68 172 71 192L90 312Q90 319 84 320L69 322Q64 322 63 317L53 240Q51 214 47 206Z" />
              <g transform="scale(-1 1)">
                <path className="o" d="M49 170Q68 172 71 192L90 312Q90 319 84 320L69 322Q64 322 63 317L53 240Q51 214 47 206Z" />
              </g>
            </g>
          )}
          {on('sleeve', 'suit') && (
            <g>
              <path className="p" d="M65 322L89 318L90 324L66 328Z" />
              <g transform="scale(-1 1)">
                <path className="p" d="M65 322L89 318L90 324L66 328Z" />
              </g>
              <path className="k" d="M49 170Q68 172 71 192L90 312Q90 319 84 320L69 322Q64 322 63 317L53 240Q51 214 47 206Z" />
              <g transform="scale(-1 1)">
                <path className="k" d="M49 170Q68 172 71 192L90 312Q90 319 84 320L69 322Q64 322 63 317L53 240Q51 214 47 206Z" />
              </g>
            </g>
          )}
          {on('sleeve', 'bare') && (
            <g>
              <path className="s" d="M45 174Q65 172 68 194L77 246L87 322H69L59 250L51 212Z" />
              <path className="th" d="M63 250Q68 253 72 250" />
              <g transform="scale(-1 1)">
                <path className="s" d="M45 174Q65 172 68 194L77 246L87 322H69L59 250L51 212Z" />
                <path className="th" d="M63 250Q68 253 72 250" />
              </g>
            </g>
          )}
          {on('top', 'uniform') && (
            <g>
              <path className="p" d="M-16 158L0 176L16 158L30 170L6 262H-6L-30 170Z" />
              <path className="r" d="M-5 173H5L6 181L9 234L0 246L-9 234L-6 181Z" />
              <path className="th" d="M-6 181H6" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="o" d="M-16 160L-51 169Q-55 200-51 216L-47 262L-53 332Q0 338 53 332L47 262L51 216Q55 200 51 169L16 160L0 250Z" />
              <path className="o" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 252L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 252L9 196Z" />
              <path d="M0 252V335" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-44 288L-20 291M44 288L20 291" />
            </g>
          )}
          {on('top', 'suit') && (
            <g>
              <path className="p" d="M-16 158L0 176L16 158L30 170L6 262H-6L-30 170Z" />
              <path className="g" d="M-5 173H5L6 181L9 234L0 246L-9 234L-6 181Z" />
              <path className="th" d="M-6 181H6" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="k" d="M-16 160L-51 169Q-55 200-51 216L-47 262L-53 332Q0 338 53 332L47 262L51 216Q55 200 51 169L16 160L0 250Z" />
              <path className="k" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 252L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 252L9 196Z" />
              <path d="M0 252V335" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-44 288L-20 291M44 288L20 291" />
            </g>
          )}
          {on('top', 'vest') && (
            <g>
              <path
                className="p"
                d="M-28 168L-40 169Q-34 200-50 218L-47 262L-52 332Q0 340 52 332L47 262L50 218Q34 200 40 169L28 168Q24 208 0 208Q-24 208-28 168Z"
              />
              <path className="th" d="M-33 169Q-28 214 0 215Q28 214 33 169M-52 322Q0 330 52 322" />
            </g>
          )}
          {on('top', 'untidy') && (
            <g>
              <path className="p" d="M-30 332L-36 356Q-16 364-4 354L-4 336Z" />
              <path className="th" d="M-26 340L-30 354" />
              <path className="p" d="M-16 158L0 176L16 158L30 170L6 262H-6L-30 170Z" />
              <path className="p" d="M-15 157L-20 166L-8 184L0 172ZM15 157L20 166L8 184L0 172Z" />
              <path className="o" d="M-16 160L-51 169Q-55 200-51 216L-47 262L-53 332Q0 338 53 332L47 262L51 216Q55 200 51 169L16 160L0 250Z" />
              <path className="o" d="M-16 160L-27 172L-30 196L-21 198L-24 204L0 252L-9 196ZM16 160L27 172L30 196L21 198L24 204L0 252L9 196Z" />
              <path d="M0 252V335" />
              <circle className="g" cx="6" cy="264" r="2.8" />
              <circle className="g" cx="6" cy="286" r="2.8" />
              <path className="th" d="M-44 288L-20 291M44 288L20 291" />
              <path className="dirt ns" d="M-36 226q10-10 19 0q11 5 4 16q-10 9-20 2q-10-6-3-18zM20 300q5-5 9 0q5 4 0 9q-6 4-10-1q-3-4 1-8z" />
              <circle className="dirt ns" cx="-12" cy="256" r="2.6" />
              <circle className="dirt ns" cx="34" cy="290" r="2" />
              <circle className="dirt ns" cx="-35" cy="254" r="1.8" />
              <path className="th" d="M22 226l10 6M24 238l9 3M-30 274l12-4M-32 300l14-6M16 312l14-4" />
              <path className="r" d="M6 178L16 184L24 232L14 240L9 228Z" />
            </g>
          )}
          {on('badge', 'worn') && (
            <g>
              <rect className="g" x="19" y="214" width="22" height="9" rx="1.5" />
              <path className="th" d="M23 218.5H37" />
            </g>
          )}
          <g>
            <ellipse className="s" cx="-33" cy="104" rx="6" ry="9.5" />
            <ellipse className="s" cx="33" cy="104" rx="6" ry="9.5" />
            <path className="s" d="M-33 90C-35 54 35 54 33 90C34 118 25 143 0 145C-25 143-34 118-33 90Z" />
            <path className="shade ns" d="M-12.9 141Q0 150 12.9 141L12.9 152Q0 160-12.9 150Z" />
          </g>
          {on('face', 'calm') && (
            <g>
              <ellipse className="fk" cx="-13" cy="103" rx="2.6" ry="3.4" />
              <ellipse className="fk" cx="13" cy="103" rx="2.6" ry="3.4" />
              <path className="f" d="M0 106Q4 114-2 116" />
              <path className="f" d="M-19 91Q-13 88-7 91M19 91Q13 88 7 91" strokeWidth="2.4" />
              <path className="f" d="M-9 126Q0 132 9 126" />
            </g>
          )}
          {on('face', 'smile') && (
            <g>
              <ellipse className="fk" cx="-13" cy="103" rx="2.6" ry="3.4" />
              <ellipse className="fk" cx="13" cy="103" rx="2.6" ry="3.4" />
              <path className="f" d="M0 106Q4 114-2 116" />
              <path className="f" d="M-19 90Q-13 87-7 90M19 90Q13 87 7 90" strokeWidth="2.4" />
              <path className="p f" d="M-11 124Q0 137 11 124Z" />
            </g>
          )}
          {on('beard', 'long') && (
            <g>
              <path
                className="h2"
                d="M-34 100Q-30 118-14 119Q0 115 14 119Q30 118 34 100Q38 142 24 170Q14 198 0 206Q-14 198-24 170Q-38 142-34 100ZM-8 129Q0 134 8 129Q0 124-8 129Z"
                fillRule="evenodd"
              />
              <path className="hl" d="M-14 150Q-12 172-5 188M14 150Q12 172 5 188M0 152V186" />
            </g>
          )}
          {on('glasses', 'clear') && (
            <g>
              <path
                className="clear"
                d="M-28 95Q-27 92-23 92H-6Q-3 92-3 96V104Q-4 113-14 113Q-26 113-28 102ZM28 95Q27 92 23 92H6Q3 92 3 96V104Q4 113 14 113Q26 113 28 102Z"
              />
              <path d="M-3 98Q0 95 3 98M-28 97L-33 99M28 97L33 99" />
            </g>
          )}
          {on('glasses', 'tinted') && (
            <g>
              <path
                className="tint"
                d="M-28 95Q-27 92-23 92H-6Q-3 92-3 96V104Q-4 113-14 113Q-26 113-28 102ZM28 95Q27 92 23 92H6Q3 92 3 96V104Q4 113 14 113Q26 113 28 102Z"
              />
              <path d="M-3 98Q0 95 3 98M-28 97L-33 99M28 97L33 99" />
              <path className="shine" d="M-22 104L-16 96M10 104L16 96" />
            </g>
          )}
          {on('hair', 'short') && (
            <g>
              <path className="h" d="M-36 100C-44 44 44 44 36 100L32 100Q33 86 27 78Q4 84-18 72Q-30 80-32 100Z" />
              <path className="hl" d="M-16 62Q-4 55 10 58" />
            </g>
          )}
          {on('hair', 'side') && (
            <g>
              <path className="h" d="M-36 100C-42 60-30 46-4 48C24 42 46 58 36 100L32 100Q33 86 26 76Q0 82-22 68Q-31 80-32 100Z" />
              <path className="hl" d="M-22 68Q-16 58-6 52" />
            </g>
          )}
          {on('hair', 'long') && (
            <g>
              <path className="h" d="M-38 112C-48 40 48 40 38 112L33 118C34 90 20 78 0 70C-20 78-34 90-33 118Z" />
              <path className="hl" d="M-4 52Q-20 58-27 76M6 52Q20 58 27 76" />
            </g>
          )}
          {on('hair', 'dyed') && (
            <g>
              <path className="dye" d="M-36 100C-44 44 44 44 36 100L32 100Q33 86 27 78Q4 84-18 72Q-30 80-32 100Z" />
              <path className="r" d="M-20 56Q-12 48-4 52Q-10 62-8 76Q-16 74-18 72Q-24 66-20 56ZM12 50Q22 52 28 62Q32 70 30 80Q22 80 14 79Q16 64 12 50Z" />
            </g>
          )}
          {on('hair', 'odd') && (
            <g>
              <path className="h shaved" d="M-36 100C-44 44 44 44 36 100L32 100Q33 86 27 78Q4 84-18 72Q-30 80-32 100Z" />
              <path className="h" d="M-14 76Q-18 40-12 20L-4 34L0 6L6 34L14 18Q20 40 15 77Q2 82-14 76Z" />
              <path className="hl" d="M-5 44V66M6 44V66" />
            </g>
          )}
        </g>
      )}
    </svg>
  )
}
