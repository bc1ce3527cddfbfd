/** HTML in template literals: whatever is put in is text, unless it was made here or said to be `raw`. */
import { escapeHtml } from '@trame/cms/domain/html';

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** Only for text of our own. */
export const raw = (text: string): Html => new Html(text);

const inserted = (part: Part): string =>
  part instanceof Html
    ? part.text
    : typeof part === 'object'
      ? part.map(({ text }) => text).join('')
      : escapeHtml(String(part));

export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((text, at) => (at === 0 ? text : inserted(parts[at - 1] ?? '') + text)).join(''));
}

/**
 * The look of the pages about an edition: sizes and colours of the site's tokens (`styles/tokens.css`, `styles/palette.ts`) with
 * the typefaces of the reader's machine, so that a page stands alone, mailed or on a stick. Light only: it may be printed.
 */
export const pageStyle = `
:root{--paper:#fbf7f0;--surface:#fffdf9;--ink:#231d19;--soft:#5f554d;--line:#e0d9d0;--line-strong:#85796e;--primary:#7a1f3d;--wash:#f2e8e3;
--bad:#8f1d14;--bad-wash:#fbe6e0;--look:#6e4a00;--look-wash:#f9efcf;--good:#23573a;--good-wash:#e3f0e5;
--serif:Fraunces,Georgia,'Noto Serif',serif;--sans:'Source Sans 3',system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:clamp(1.0625rem,1.0136rem + .2174vw,1.1875rem)/1.55 var(--sans);overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:clamp(1.5rem,1rem + 3vw,4rem) clamp(1.125rem,.5rem + 2.8vw,2.5rem)}
h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.15;margin:0;text-wrap:balance}
h1{font-size:clamp(2.125rem,1.5625rem + 2.5vw,3.25rem);letter-spacing:-.01em}
h2{font-size:clamp(1.375rem,1.2283rem + .6522vw,1.75rem);margin-bottom:.75rem}
h3{font-size:1.125rem}
p{margin:0 0 .75rem;max-width:42rem}
a{color:var(--primary);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--primary);outline-offset:3px;border-radius:.25rem}
header{padding-bottom:1.5rem;border-bottom:3px solid var(--primary)}
section{margin-top:clamp(2rem,1.5rem + 2vw,3.25rem)}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft)}
.over{margin-bottom:.5rem;color:var(--primary);font-weight:600}
.year{font-weight:400;color:var(--soft);white-space:nowrap}
.lead{margin-top:1rem;font-size:1.1875em}
.seal,.meta{color:var(--soft);margin-bottom:0}
.files{list-style:none;margin:1.25rem 0 0;padding:0;display:grid;gap:.75rem}
.files li{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between;padding:1.125rem 1.25rem;background:var(--surface);border:1px solid var(--line);border-radius:.375rem}
.file{flex:1 1 16rem;min-width:0}
.meta{margin-top:.25rem}
.hash{margin:.375rem 0 0;font-size:.8125rem;color:var(--soft);max-width:none}
code{font:.8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.5rem 1.25rem;border-radius:.375rem;background:var(--primary);color:#fff;font-weight:600;text-decoration:none}
.button:hover{background:#5c1730}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sheet{margin:0;border-top:1px solid var(--line)}
.sheet div{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.25rem 1.5rem;padding:.625rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft)}
dd{margin:0;font-weight:600}
.attention,.places,.notices{margin:0 0 1rem;padding-left:1.25rem}
.attention li,.notices li{margin-bottom:.5rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1rem;margin:1.5rem 0 0}
.figures div{padding-top:.5rem;border-top:1px solid var(--line-strong)}
.figures dd{font:600 1.5rem/1.2 var(--serif)}
.figures dt{font-size:.9375rem}
.checks{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
.checks>li{padding:.75rem 1rem;border-left:.3125rem solid var(--good);background:var(--good-wash);border-radius:0 .375rem .375rem 0}
.checks.look>li{border-color:var(--look);background:var(--look-wash)}
.checks.bad>li{border-color:var(--bad);background:var(--bad-wash)}
.checks p{margin:.125rem 0 0;max-width:none}
.verdict{padding:1rem 1.25rem;border-radius:.375rem;font-weight:600;max-width:none;background:var(--good-wash);color:var(--good)}
.verdict.look{background:var(--look-wash);color:var(--look)}
.verdict.bad{background:var(--bad-wash);color:var(--bad)}
details{border-top:1px solid var(--line);padding:.75rem 0}
summary{cursor:pointer;font-weight:600;min-height:2.75rem;display:list-item;padding:.5rem 0}
table{width:100%;border-collapse:collapse}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.9375rem;color:var(--soft);font-weight:600}
tbody th{font-weight:600}
.number{text-align:right;white-space:nowrap;padding-right:0;font-variant-numeric:tabular-nums}
.refusal{min-height:80vh;display:grid;align-content:center}
@media (max-width:34rem){.sheet div{grid-template-columns:1fr}.button{width:100%}
.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stacked tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
.stacked th,.stacked td{display:block;border:0;padding:.125rem 0;text-align:left}
.stacked td.number::before{content:attr(data-label) ' '}}
@media print{body{background:#fff;font-size:10pt}.button{display:none}main{max-width:none;padding:0}details::details-content{content-visibility:visible;height:auto}}
`.trim();
