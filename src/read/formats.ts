import type { Format } from "./format.ts";
import { appReviews } from "./formats/app-reviews.ts";
import { bluesky } from "./formats/bluesky.ts";
import { dat } from "./formats/dat.ts";
import { discourse } from "./formats/discourse.ts";
import { discussion } from "./formats/discussion.ts";
import { disqus } from "./formats/disqus.ts";
import { hatena } from "./formats/hatena.ts";
import { html } from "./formats/html.ts";
import { isso } from "./formats/isso.ts";
import { json, jsonl } from "./formats/json.ts";
import { jsonLd } from "./formats/json-ld.ts";
import { lemmy } from "./formats/lemmy.ts";
import { mastodon } from "./formats/mastodon.ts";
import { misskey } from "./formats/misskey.ts";
import { niconico } from "./formats/niconico.ts";
import { pageText } from "./formats/page-text.ts";
import { reddit } from "./formats/reddit.ts";
import { remark42 } from "./formats/remark42.ts";
import { csv, kouchouAi, tsv } from "./formats/separated.ts";
import { stackExchange } from "./formats/stack-exchange.ts";
import { wordpressCocoon } from "./formats/wordpress-cocoon.ts";
import { wordpressCore } from "./formats/wordpress-core.ts";
import { wordpressTcd } from "./formats/wordpress-tcd.ts";
import { wxr } from "./formats/wxr.ts";
import { x } from "./formats/x.ts";
import { youtube } from "./formats/youtube.ts";

/** Every format that is known, in the order in which equals are preferred. */
export const formats: readonly Format[] = Object.freeze([
  pageText,
  wordpressTcd,
  wordpressCocoon,
  wordpressCore,
  jsonLd,
  html,
  wxr,
  disqus,
  discourse,
  mastodon,
  misskey,
  bluesky,
  lemmy,
  stackExchange,
  remark42,
  isso,
  niconico,
  appReviews,
  hatena,
  dat,
  youtube,
  reddit,
  x,
  kouchouAi,
  csv,
  tsv,
  json,
  jsonl,
  discussion,
]);
