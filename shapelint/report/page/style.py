"""How the page looks: one sheet, light and dark."""

STYLE = """
:root { color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --text: #1d2430; --soft: #5d6878; --line: #dde2e9; --code: #f2f4f7;
  --error: #c62f3b; --error-back: #fdecee; --warning: #9a6400; --warning-back: #fff4dc;
  --note: #2563b8; --note-back: #e8f0fd; --good: #1a7a45; --good-back: #e5f6ec; --shape: #5b3fb5; }
@media (prefers-color-scheme: dark) { :root {
  --page: #14171c; --card: #1c2027; --text: #e4e8ee; --soft: #99a4b3; --line: #323944; --code: #15181d;
  --error: #ff7d86; --error-back: #3d2024; --warning: #f0b64a; --warning-back: #3a2e16;
  --note: #7fb0ff; --note-back: #1b2c48; --good: #6bd197; --good-back: #17342a; --shape: #b7a4ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem; background: var(--page); color: var(--text);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -.01em; }
h2 { margin: 0 0 .35rem; font-size: 1.08rem; line-height: 1.45; font-weight: 600; overflow-wrap: anywhere; }
h3 { margin: 1.4rem 0 .5rem; font-size: .78rem; font-weight: 600; color: var(--soft); text-transform: uppercase;
  letter-spacing: .06em; }
p { margin: .3rem 0; }
a { color: var(--note); text-decoration: none; } a:hover { text-decoration: underline; }
code, pre, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .88em; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 .6rem; }
.badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; font-size: .82rem; font-weight: 600;
  background: var(--code); color: var(--soft); }
.badge.error, .badge.refuted { background: var(--error-back); color: var(--error); }
.badge.warning { background: var(--warning-back); color: var(--warning); }
.badge.note, .badge.unverified { background: var(--note-back); color: var(--note); }
.badge.confirmed, .badge.good { background: var(--good-back); color: var(--good); }
article, nav { margin-top: 1.5rem; padding: 1.3rem 1.5rem 1.5rem; border: 1px solid var(--line); border-radius: 12px;
  background: var(--card); }
nav ol { margin: 0; padding-left: 1.4rem; } nav li { margin: .25rem 0; overflow-wrap: anywhere; }
article > header { margin-bottom: .9rem; }
article > header .badge { margin: 0 .4rem .55rem 0; }
nav h3 { margin-top: 0; }
.frame { margin: 0; padding: .7rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px;
  background: var(--code); font-size: .86rem; line-height: 1.6; tab-size: 4; }
.frame .row { display: block; min-width: max-content; padding: 0 1rem 0 0; white-space: pre; }
.frame .number { display: inline-block; width: 3.6rem; padding-right: 1rem; text-align: right; color: var(--soft);
  user-select: none; }
.frame .hit { background: var(--error-back); }
.warning .frame .hit { background: var(--warning-back); } .note .frame .hit { background: var(--note-back); }
.frame .minus { background: var(--error-back); } .frame .plus { background: var(--good-back); }
mark { padding: .1em 0; background: none; color: inherit; font-weight: 600;
  text-decoration: underline wavy var(--error) 1.5px; text-underline-offset: .28em; }
.warning mark { text-decoration-color: var(--warning); } .note mark { text-decoration-color: var(--note); }
.steps { margin: 0; padding-left: 1.6rem; } .steps li { margin: .2rem 0; }
.steps .shape { color: var(--shape); font-weight: 600; }
.scroll { overflow-x: auto; padding-bottom: .3rem; }
.flow { display: block; margin: 0 auto; }
.flow rect { fill: var(--code); stroke: var(--line); stroke-width: 1.2; }
.flow text { text-anchor: middle; fill: var(--text); }
.flow .place { font-size: 10.5px; fill: var(--soft); }
.flow .code, .flow .shape { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 12px; }
.flow .shape { font-weight: 700; fill: var(--shape); }
.flow .edge path { fill: none; stroke: var(--soft); stroke-width: 1.4; } .flow .edge polygon { fill: var(--soft); }
.flow .error rect { fill: var(--error-back); stroke: var(--error); stroke-width: 2; }
.flow .error .shape { fill: var(--error); }
.flow .warning rect { fill: var(--warning-back); stroke: var(--warning); stroke-width: 2; }
.flow .warning .shape { fill: var(--warning); }
.flow .note rect { fill: var(--note-back); stroke: var(--note); stroke-width: 2; } .flow .note .shape { fill: var(--note); }
.flow .edge.error path { stroke: var(--error); } .flow .edge.error polygon { fill: var(--error); }
.flow .edge.warning path { stroke: var(--warning); } .flow .edge.warning polygon { fill: var(--warning); }
blockquote { margin: .2rem 0; padding: .55rem .9rem; border-left: 3px solid var(--line); background: var(--code);
  border-radius: 0 8px 8px 0; overflow-wrap: anywhere; white-space: pre-wrap; }
blockquote.confirmed { border-color: var(--good); }
details { margin-top: 1.1rem; } summary { cursor: pointer; color: var(--soft); font-size: .9rem; }
details .frame { margin: .5rem 0; }
footer { margin-top: 2rem; font-size: .85rem; color: var(--soft); }
@media print { body { max-width: none; background: none; } article { break-inside: avoid; } }
"""
