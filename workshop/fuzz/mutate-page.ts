/** Breaks a page as careless templates, cut transfers and hostile hands break them. */
import { seededNumbers } from "./numbers.ts";

/** What is put in at a random place: tags with rules of their own, ends without a start, references, odd signs. */
const PIECES: readonly string[] = [
  ..."select option optgroup table tr td caption script style template textarea title noscript iframe svg math foreignObject p li ul dd form button a b nobr h1 h2 body html head frameset xmp noembed noframes object marquee applet pre ruby rt details summary dialog main article blockquote"
    .split(" ")
    .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name}>港の話</${name}>`]),
  "<!-- ",
  "-->",
  "<!-- 隠れた話 -->",
  "<![CDATA[ 本文 ]]>",
  "<![CDATA[>",
  "]]>",
  "<svg/>",
  "<template/>",
  "<svg><text><![CDATA[ 絵の話 ]]></text></svg>後の声",
  "<?php echo 1 ?>",
  "<!DOCTYPE html>",
  "&notit;1",
  "&amp;lt;",
  "&#x1F600;",
  "&#0;",
  "&NotEqualTilde;",
  "&",
  "<",
  ">",
  '"',
  "<a href='",
  '<img alt="',
  "</",
  "<br/>",
  "\u0000",
  "\ufeff",
  "\r\n",
  "\u00a0",
  "𠮷",
  "読者の声",
  "<br>声<br>",
  "<script>var a = '<b>';</script>後の声",
  "<style>p{}</style>後の声",
  "<select>声<option>一<b>二</b></select>三",
];

/** Returns the page with up to six changes, the same for the same seed. */
export function mutatePage(page: string, seed: number): string {
  const next = seededNumbers(seed);
  let changed = page;
  for (let left = 1 + next(6); left > 0; left--) changed = once(changed, next);
  return changed;
}

function once(page: string, next: (below: number) => number): string {
  const at = next(page.length + 1);
  const piece = PIECES[next(PIECES.length)]!;
  switch (next(7)) {
    case 0:
      return page.slice(0, at) + page.slice(at + next(200));
    case 1:
      return page.slice(0, at) + page.slice(at, at + next(400)) + page.slice(at);
    case 2:
      return page.slice(0, at) + piece + page.slice(at + next(40));
    case 3: {
      const tag = page.indexOf("<", at);
      const end = tag < 0 ? -1 : page.indexOf(">", tag);
      return end < 0 ? page + piece : page.slice(0, tag) + page.slice(end + 1);
    }
    case 4: {
      const tag = page.indexOf("<", at);
      return tag < 0 ? page + piece : page.slice(0, tag) + piece + page.slice(tag);
    }
    default:
      return page.slice(0, at) + piece + page.slice(at);
  }
}
