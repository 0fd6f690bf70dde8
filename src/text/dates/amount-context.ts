/** What lasts: after 3日 or 10年 these verbs tell that a stretch of time is meant, where 開かれた or 発表した follow a date. */
const LASTS =
  "続|つづ|かか|掛か|かけ|止ま|停ま|寝|眠|休|待|泊|過ご|過ぎ|暮ら|働|歩|悩|我慢|耐え|放置|滞在|入院|経|たっ|たて|たち|使え|もつ|もっ|もた|遅れ|遅く|早く|居座";
const ENDS_IN = "済|すむ|すん|終|治|届|完成|でき|出来|読|仕上|慣|飽|やめ|辞め|作|覚え|枯|売り切|溶|壊";
const DURATION = new RegExp(
  `^(?:しか|だけ|前後|程度|以内|以上|未満|も?(?:${LASTS})|で(?:${ENDS_IN})|につき|おき|ごと|にもな[るりっ]|にわた|に及|にも及|の間|のため|に(?:1|一)[回度](?!目)|(?:あたり|当たり|くらい|ぐらい|ほど)(?!に(?![\\d一二三四五六七八九十])|から|まで))`,
);
const NUMBER = "(?:[\\d,.]+|[一二三四五六七八九十百千数何]+)";
const PER_DAY = new RegExp(
  `^(?:(?:約|平均|最大|最低|およそ)${NUMBER}|${NUMBER})(?![\\d:/年月日目]|時(?!間)|[回度人本]目|世紀)|^に${NUMBER}(?:回|度|本|便|食|杯|錠|個|件|通|枚|歩|時間)(?!目)`,
);
/** 1日の摂取量, 長い一日だった: of each day, or a whole day. */
const OF_EACH_DAY =
  /^(?:だった|でした|であった|だ(?:[。!！ねな]|$)|です(?:[。!！ね]|$)|を(?:過ご|始め|終え|送|楽し|大切|無駄)|が(?:終わ|始ま|過ぎ|長|短))|^の(?:時間|摂取|カロリー|平均|目標|必要|最大|最高気温|食事|生活|終わり|始まり|はじまり|流れ|うち|大半|半分|ほとんど|疲れ|歩数|使用|利用|運動|睡眠|勤務|労働|作業|仕事|スケジュール|中で|長さ|量)/;
const PER_DAYS = /^(?:平均|[\d一二三]回(?!目))/;
/** から after an event: after a date it opens a range. */
const SINCE_EVENT = /[^年月日時分秒頃ろ\d\s)、。]から$/;
/** 戦後78年, 懲役十二年, ここ10年: what stands before makes it an amount. */
const COUNTED =
  /(?:戦後|創業|創立|設立|開業|開設|築|結婚|建国|独立後?|没後|生誕|発足|入社|勤続|在位|在任|猶予|懲役|禁錮|拘禁刑|実刑|満|約|およそ|まる|過去|今後|ここ|向こう|最長|最大|最低|最短)$/;
/** 10年債, 20年ローン, 100年企業, 300年の歴史: what has or lasts so many years. */
const LENGTH_OF =
  /^(?:(?:物?国債|社債|債|物|もの|保証|ローン|固定|満期|定期|戦争|企業|時代|計画|契約|日記|手帳|連用|選手|単位|来の|越し|ぶん|分の|分を|分が|超|未満|前後|程度|弱|強(?![いく])|余り|あまり|おき|ごと|先|一昔|ひと昔|の(?:歴史|伝統|経験|キャリア|歳月|節目|重み|付き合い|つきあい|実績|実務|懲役|刑|猶予|契約|任期|ローン|保証|寿命|月日|時を|時間|期間|差が|差は|ブランク|空白|眠り|修行|計画|沈黙|苦労|努力|長さ|長き))|(?:ローン|モノ))/;
const DATED = /^(?:度|末|頃|ごろ|まで|[春夏秋冬]|\d|に(?!わた|及))/;
const CLOSED = /^\s*(?:$|[。!?！？」』）)])/;

/** Whether digits are rather a year of two digits than a length: 98年契約. */
const isCutShort = (digits: string): boolean => /^[6-9]\d$/.test(digits);

/** Whether the words after 3日 make it an amount of time (1日5本, 3日止まった, 4日しか) and no day of a month. */
export function isAmountOfDays(count: number, rest: string): boolean {
  return (
    DURATION.test(rest) || (count === 1 ? PER_DAY : PER_DAYS).test(rest) || (count === 1 && OF_EACH_DAY.test(rest))
  );
}

/** Whether the words about a bare 12年 make it an amount of time: 自動化から12年, 10年続いた, 10年 alone. */
export function isAmountOfYears(digits: string, before: string, rest: string): boolean {
  if (/^(?:0|\d{4})/.test(digits)) return false;
  if (DURATION.test(rest)) return !/^だけ|^のため/.test(rest);
  if (COUNTED.test(before) || (LENGTH_OF.test(rest) && !isCutShort(digits))) return true;
  if (SINCE_EVENT.test(before)) return !DATED.test(rest);
  const count = Number(digits);
  const round = (count >= 10 && count < 50) || (count < 1000 && count % 100 === 0);
  return round && CLOSED.test(rest) && !/(?:年|月|日)(?:から|[~〜～\-–、・])$/.test(before);
}
