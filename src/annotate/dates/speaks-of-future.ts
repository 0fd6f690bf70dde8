const FUTURE =
  /予定|見通し|見込み|計画|方針|つもり|までに|するだろう|なるだろう|かもしれない|なりそう|迎える|目指す|しよう/;
const UNTIL = /^[^、。]{0,6}まで/;
/** The past at the end of a clause: 休んだ too, but not the んだ that explains (なるんだ). */
const WAS = "(?:た|(?<![うくぐすつぬぶむるいただなっ])んだ)";
const PAST = new RegExp(`${WAS}(?:[。!！…\\s].*)?$`);

/** 6月から値上げ: from a time on, in a sentence that tells neither what was nor what goes on. */
const FROM = new RegExp(`^から(?!.*(?:${WAS}|だった|いる|てる|います|てます|ずっと|続)(?:[。!！…\\s]|$))`);
/** An event told in the plain form at the end of a sentence is to come: 8日に開幕する。 */
const PLANNED =
  /(?:開催|開幕|開業|開店|発売|発表|公開|施行|実施|配信|放送|上映|再開|開始|着工|引退|退任|就任|発足|上場|発効|運行を始め|オープン|スタート|リリース)(?:する|される|します|されます|の運び)[。!！]?$|(?:を開く|を行う|が始まる|に臨む|を控える|が開かれる|が行われる|を始める)[。!！]?$/;

const OCCASION =
  "開催|開幕|開業|開店|発売|発表|公開|施行|実施|配信|放送|上映|再開|開始|上場|解禁|オープン|スタート|リリース|値上げ";
const HEARSAY = "らしい|みたい|だって|だそう|って[。!！]?$|とのこと|との事|とか[。!！]?$|のよう|かな|かも|決定";
/** 7/8に発売らしい, 8月に配信されるそうだ: hearsay of what is not told as past. */
const SAID = new RegExp(
  `(?:${OCCASION})(?:に|が)?(?:なる|開始|する|される|します|されます)?(?:の|ん|だ)?(?:${HEARSAY})|(?<!て)(?<!てい)[うくすつむるぐぶ](?:らしい|そうだ|そうです|みたい|んだって|とのこと|との事|のかな|かな)`,
);
const AWAITED = /楽しみ|待ち遠し|待ちきれ|待ってます|心待ち|控えて/;

/** What was, within the sentence or at its end, or has gone on since. */
const GOES_ON = new RegExp(
  `${WAS}(?:[^い。!！？?]{0,4}(?:[。!！…\\s]|$)|[一-龠ァ-ヶ、])|だった|いる|てる|います|てます|^から`,
);

/** Whether nothing in the words after a date, up to the end of the sentence, tells what was or what has gone on since. */
export function isOpen(rest: string): boolean {
  return !GOES_ON.test(rest);
}

/** Whether the words after a date, up to the end of the sentence, speak of what is to come. */
export function speaksOfFuture(rest: string): boolean {
  if (SAID.test(rest) || AWAITED.test(rest)) return true;
  return FROM.test(rest) || FUTURE.test(rest) || PLANNED.test(rest.trimEnd()) || (UNTIL.test(rest) && !PAST.test(rest));
}
