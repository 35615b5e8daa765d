"""Texts that a careless page would run, fetch, reorder or typeset."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</p></div><style>*{display:none}</style>",
    "![x](https://example.org/x.png) **bold** :red[x] $5 و 10$",
    "\\(x^2\\) `code` [a](javascript:alert(1))",
    "\u202eكتب\u202d abc \u2067x",
    "{b} {{c}} {@[0]} %s {0}",
    "&lt;b&gt; &amp; &#60;",
    "=HYPERLINK('x')",
)
