import { fontFile, type Face, type Subset } from '../fonts.js';

const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const extendedRange =
  'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
const extendedCharacters = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ff\u1d00-\u1dbf\u1e00-\u1eff]/;

function face(weight: Face, subset: Subset, range: string): string {
  const data = fontFile(weight, subset, 'woff2').toString('base64');
  return `@font-face{font-family:Atkinson;font-weight:${weight === 'bold' ? 700 : 400};src:url(data:font/woff2;base64,${data})format("woff2");unicode-range:${range}}`;
}

/** The whole style of a page, with the fonts that its text needs in it: nothing is fetched. */
export function styleOf(text: string): string {
  const faces = [face('regular', 'latin', latinRange), face('bold', 'latin', latinRange)];
  if (extendedCharacters.test(text))
    faces.push(face('regular', 'latin-ext', extendedRange), face('bold', 'latin-ext', extendedRange));
  return faces.join('') + rules.replaceAll(/\n\s*/g, '');
}

const rules = `
:root{color-scheme:light dark;--ground:#dde3ea;--paper:#fff;--ink:#17212b;--quiet:#4a5764;--edge:#ccd5dd;--bar:#0b4f79;--bar-soft:#d8e8f3;--deep:#0c3a57;--focus:#1353d8}
@media screen and (prefers-color-scheme:dark){:root{--ground:#10161c;--paper:#19222b;--ink:#e9eef3;--quiet:#b0bcc7;--edge:#44525f;--bar:#8ecbf2;--bar-soft:#17344a;--deep:#a5d6f6;--focus:#ffd75e}}
*{box-sizing:border-box}
html{background:var(--ground);-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);font:1rem/1.5 Atkinson,system-ui,sans-serif;overflow-wrap:anywhere}
.paper{max-width:56rem;margin:2rem auto;padding:3.5rem 4rem 2rem;background:var(--paper)}
header{border-bottom:4px solid var(--deep);padding-bottom:1.25rem;margin-bottom:2rem}
header p{margin:0;color:var(--quiet)}
header .over{color:var(--bar);font-weight:700}
h1{margin:.2rem 0 .3rem;font-size:2rem;line-height:1.2;text-wrap:balance}
h2{margin:2.5rem 0 .75rem;font-size:1.45rem;line-height:1.25;color:var(--deep)}
h3{margin:0;font-size:1.1rem;line-height:1.35}
main>h3{margin:1.75rem 0 .5rem}
caption>:first-child,.line>div>:first-child{margin:0;font-size:1.1rem;line-height:1.35;font-weight:700;color:var(--ink)}
caption svg{margin-top:.6rem}
main>p{max-width:42rem;margin:0 0 1rem}
dl{margin:0 0 1.5rem;max-width:44rem}
dt{font-weight:700}
dd{margin:0 0 .6rem}
.notes{columns:2;column-gap:2rem;margin:2rem 0 1rem;font-size:.82rem;color:var(--quiet)}
.notes p{margin:0 0 .5rem;break-inside:avoid}
.notes b{color:var(--ink)}
.table{margin:0 0 2.25rem}
.scroll{overflow-x:auto}
.scroll:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:0 0 .6rem}
th,td{padding:.38rem .75rem .38rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--edge);font-weight:400;overflow-wrap:break-word}
thead th,thead td{vertical-align:bottom;font-size:.85rem;font-weight:700;color:var(--quiet);border-bottom:2px solid var(--deep)}
th:last-child,td:last-child{padding-right:0}
td.figure,th.figure{text-align:right;font-variant-numeric:tabular-nums}
td.short{white-space:nowrap}
td.none{color:var(--quiet)}
tr.total th,tr.total td{font-weight:700;border-top:2px solid var(--deep)}
tr.within th{padding-left:1.25rem}
td.bars{width:34%;min-width:8rem;padding-left:.75rem;vertical-align:middle}
svg{display:block;width:100%}
svg.mark{display:inline-block;width:1rem;height:.8rem;margin-right:.35rem;vertical-align:baseline}
svg .frame{fill:none;stroke:var(--bar);stroke-width:1.5}
svg .track{fill:none;stroke:var(--edge)}
svg .ink{fill:var(--bar)}
svg .soft{fill:var(--bar-soft)}
svg .dot{fill:var(--bar)}
svg .line{stroke:var(--quiet);stroke-width:1.2}
svg :is(.frame,.track,.line){vector-effect:non-scaling-stroke}
sup{font-size:.7em;line-height:0;margin-left:.15em}
sup a{color:var(--bar);text-decoration-thickness:1px;padding:.2em}
a:focus-visible{outline:3px solid var(--focus)}
.footnotes{list-style:none;margin:.5rem 0 0;padding:0;font-size:.82rem;color:var(--quiet);max-width:48rem}
.footnotes li{margin:0 0 .15rem}
.footnotes li:target{background:var(--bar-soft);color:var(--ink)}
.remark{margin:.35rem 0 0;font-size:.9rem;color:var(--quiet)}
.line{display:grid;grid-template-columns:15rem 1fr;gap:0 1.5rem;padding:1.6rem 0;border-bottom:1px solid var(--edge)}
.line p.figure{margin:.1rem 0 0;font-weight:700;font-size:1.15rem;color:var(--quiet)}
.line p.figure b{font-size:2.1rem;line-height:1.2;color:var(--deep)}
.line tbody td,.line tbody th{border:0;padding:.15rem .75rem .15rem 0}
.line tbody td:last-child{padding-right:0}
.line.legend tbody td,.line.legend tbody th{padding:0}
.line thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.line.legend tbody{font-size:.95rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin-top:.6rem}
.line.legend tr{display:flex;gap:.35rem;align-items:baseline}
.line.legend tr.within{flex-basis:100%}
.line.legend tbody tr.within th{padding-left:0}
.line.legend td.figure{font-weight:700;text-align:left}
.line.legend tbody tr.total :is(th,td){border:0}
footer{display:flex;justify-content:space-between;gap:1rem;margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--edge);font-size:.82rem;color:var(--quiet)}
footer p{margin:0}
@media(max-width:60rem){.paper{margin:0;max-width:none;padding:2rem 1.5rem}}
@media(max-width:44rem){.paper{padding:1.25rem 1rem}h1{font-size:1.5rem}.line{grid-template-columns:1fr;gap:.75rem}.notes{columns:1}td.bars{width:auto;min-width:4rem}th,td{padding-right:.5rem}}
@media print{
@page{size:letter;margin:15mm 16mm}
html{background:none;font-size:9.5pt}.paper{margin:0;padding:0;max-width:none}
body{line-height:1.32}header{padding-bottom:6pt;margin-bottom:8pt;border-bottom-width:3px}h2{margin-top:16pt}
h2,h3,caption{break-after:avoid}
thead{display:table-header-group}tr,.line,.notes p,.footnotes li{break-inside:avoid}
.scroll{overflow:visible}.line{padding:8pt 0;grid-template-columns:15.5rem 1fr}.line p.figure b{font-size:20pt}.line svg[height="36"]{height:18pt}.notes{margin:8pt 0}footer{margin-top:8pt}.line tbody td,.line tbody th{padding-top:0;padding-bottom:0}.table{margin-bottom:16pt}
table.wide{font-size:.8em}table.wide :is(th,td){overflow-wrap:anywhere;padding-right:.4em}
svg,thead th,tr.total th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
sup a{text-decoration:none;color:inherit}footer{break-inside:avoid}
}
@media(forced-colors:active){svg .ink,svg .dot{fill:CanvasText}svg .soft{fill:Canvas}svg .line,svg .frame,svg .track{stroke:CanvasText}}
`;
