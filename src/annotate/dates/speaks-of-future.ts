const FUTURE =
  /予定|見通し|見込み|計画|方針|つもり|までに|するだろう|なるだろう|かもしれない|なりそう|迎える|目指す|しよう/;
const UNTIL = /^[^、。]{0,6}まで/;
const PAST = /た(?:[。!！…\s].*)?$/;

/** 6月から値上げ: from a time on, in a sentence that tells neither what was nor what goes on. */
const FROM = /^から(?!.*(?:た|だった|いる|てる|います|てます|ずっと|続)(?:[。!！…\s]|$))/;
/** An event told in the plain form at the end of a sentence is to come: 8日に開幕する。 */
const PLANNED =
  /(?:開催|開幕|開業|開店|発売|発表|公開|施行|実施|配信|放送|上映|再開|開始|着工|引退|退任|就任|発足|上場|発効|運行を始め|オープン|スタート|リリース)(?:する|される|します|されます|の運び)[。!！]?$|(?:を開く|を行う|が始まる|に臨む|を控える|が開かれる|が行われる|を始める)[。!！]?$/;

/** Tells whether the words after a date, up to the end of the sentence, speak of what is to come. */
export function speaksOfFuture(rest: string): boolean {
  return FROM.test(rest) || FUTURE.test(rest) || PLANNED.test(rest.trimEnd()) || (UNTIL.test(rest) && !PAST.test(rest));
}
