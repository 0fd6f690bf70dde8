import { analysisOf } from "./sample-analysis.ts";

/** Comments that try to be more than text. */
export const HOSTILE: readonly string[] = [
  `<script>window.pwned = 1</script>`,
  `<img src=x onerror="window.pwned = 1"><svg onload=pwned=1>`,
  `</script><script>window.pwned = 1</script>`,
  `</noscript><script>window.pwned = 1</script></svg><style>*{display:none}</style>`,
  `</div></li></ol><h1>題</h1><!-- `,
  `<a href="javascript:window.pwned=1">ここ</a> javascript:window.pwned=1`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is the attack
  "${window.pwned = 1} {{constructor.constructor('window.pwned=1')()}} #{pwned} <%= pwned %>",
  `{"signal":"window.pwned=1"} datum.up + 1 {"expr":"warn('x')"} data('rows') scale('x', 1)`,
  `\u202e右から左\u2066\u2067 終わらない \u202dbidi`,
  `壱${"あ".repeat(50_000)}`,
  `x${"y".repeat(100_000)}`,
  `--> ]]> <![CDATA[ &lt;b&gt; &amp; &#0; \0 \r\n \r \u2028 \u2029 "'\``,
  `@import url(https://example.com/x.css); } body { display: none } </style><style>*{display:none}</style>`,
  `👨‍👩‍👧‍👦 \ud83d\ude00 𠮷 が ㍿ ｶﾞ`,
  `<meta http-equiv="refresh" content="0;url=https://example.com/"><base href="https://example.com/"><iframe src="https://example.com/">`,
];

const NAME = `"><script>window.pwned=1</script>`;

export const hostileAnalysis = analysisOf({
  title: `</title><script>window.pwned=1</script>{"signal":"1"}`,
  text: `「<b>太字</b>」と述べた。${NAME} 参考:<script>alert(1)</script>`,
  comments: HOSTILE.map((text, i) => ({
    author: i % 3 === 0 ? `${NAME}${i}` : i % 3 === 1 ? "__proto__" : "constructor",
    up: i % 4 === 0 ? null : 20 - i,
    text,
    score: (i % 5) / 2 - 1,
    ...(i % 3 === 2 ? { replyTo: i - 1 } : {}),
  })),
  entities: [
    { id: "__proto__", name: NAME, label: "PERSON", names: ["pwned"], scores: [-0.5, 0.5] },
    { id: "e2", name: "constructor", label: "ORG", names: ["constructor"], scores: [] },
  ],
  quotations: [{ words: "<b>太字</b>", speaker: "<b>太字</b>", verb: "<i>述べる</i>", outlet: NAME }],
  citations: [
    {
      words: "<script>alert(1)</script>",
      role: "source",
      language: `x" onmouseover="pwned=1`,
      url: "javascript:window.pwned=1",
    },
  ],
});
