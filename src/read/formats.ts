import type { Format } from "./format.ts";
import { appReviews } from "./formats/app-reviews.ts";
import { bluesky } from "./formats/bluesky.ts";
import { dat } from "./formats/dat.ts";
import { discord } from "./formats/discord.ts";
import { discourse } from "./formats/discourse.ts";
import { discussion } from "./formats/discussion.ts";
import { disqus } from "./formats/disqus.ts";
import { fivechHtml } from "./formats/fivech-html.ts";
import { forum } from "./formats/forum.ts";
import { futaba } from "./formats/futaba.ts";
import { github } from "./formats/github.ts";
import { hackerNews } from "./formats/hacker-news.ts";
import { hatena } from "./formats/hatena.ts";
import { html } from "./formats/html.ts";
import { isso } from "./formats/isso.ts";
import { json, jsonl } from "./formats/json.ts";
import { jsonLd } from "./formats/json-ld.ts";
import { kokkai } from "./formats/kokkai.ts";
import { kouchouResult } from "./formats/kouchou-result.ts";
import { lemmy } from "./formats/lemmy.ts";
import { lineTalk } from "./formats/line-talk.ts";
import { lines } from "./formats/lines.ts";
import { mastodon } from "./formats/mastodon.ts";
import { misskey } from "./formats/misskey.ts";
import { mtExport } from "./formats/mt-export.ts";
import { niconico } from "./formats/niconico.ts";
import { pageText } from "./formats/page-text.ts";
import { qiita } from "./formats/qiita.ts";
import { reddit } from "./formats/reddit.ts";
import { redditDump } from "./formats/reddit-dump.ts";
import { remark42 } from "./formats/remark42.ts";
import { csv, kouchouAi, tsv } from "./formats/separated.ts";
import { shitaraba } from "./formats/shitaraba.ts";
import { slack } from "./formats/slack.ts";
import { stackExchange } from "./formats/stack-exchange.ts";
import { arrow, parquet, xlsx } from "./formats/tables.ts";
import { wordpressCocoon } from "./formats/wordpress-cocoon.ts";
import { wordpressCore } from "./formats/wordpress-core.ts";
import { wordpressTcd } from "./formats/wordpress-tcd.ts";
import { wxr } from "./formats/wxr.ts";
import { x } from "./formats/x.ts";
import { yahooComments } from "./formats/yahoo-comments.ts";
import { youtube } from "./formats/youtube.ts";
import { youtubeChat } from "./formats/youtube-chat.ts";
import { youtubeComments } from "./formats/youtube-comments.ts";
import { ytDlp } from "./formats/yt-dlp.ts";
import { zenn } from "./formats/zenn.ts";

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
  qiita,
  zenn,
  niconico,
  appReviews,
  hatena,
  dat,
  youtube,
  ytDlp,
  youtubeComments,
  youtubeChat,
  reddit,
  redditDump,
  x,
  hackerNews,
  github,
  slack,
  discord,
  kouchouAi,
  kouchouResult,
  csv,
  tsv,
  xlsx,
  arrow,
  parquet,
  json,
  jsonl,
  discussion,
  yahooComments,
  fivechHtml,
  forum,
  futaba,
  shitaraba,
  mtExport,
  lineTalk,
  kokkai,
  lines,
]);
