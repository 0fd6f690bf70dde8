/** How much of the text on either side of digits is looked at. */
const REACH = 12;

/** What is counted, compared or cited before digits with a colon: no time of day. */
const COUNTED =
  /(?:比|割合|スコア|点数|得点|比率|縦横|アスペクト|画面|配合|倍率|福音書|言行録|創世記|黙示録|詩篇|マタイ|マルコ|ルカ|ヨハネ|ローマ|コリント|ヘブライ)(?:の比)?(?:[はがをの:： 　]|\d*章)*$/;
/** A score or a ratio goes on so: 10:30で勝った, 16:9の比率. */
const DECIDED =
  /^(?:で[^。、]{0,6}(?:勝|負|敗|下し|取っ|取る|奪|落と|引き分け|制し|決着)|の(?:比|割合|スコア|配合|画面|モニタ|大差|接戦|完敗|圧勝)|に(?:分け|割り|混ぜ))/;

/** What makes a time of day of digits that open a line, where comments on a video name a place in it: 9:00 開場. */
const SCHEDULED =
  /^ ?(?:[~〜～\-–―→] ?(?:\d|開|受付|集合|$)|に(?:集|開|始|起|出|着|閉|終|寝|行|帰)|まで|頃|ごろ|現在|時点|発(?!見)|着|開|受付|集合|出発|到着|起床|就寝|帰宅|朝食|昼食|夕食|終了|解散|放送|配信開始|スタート|start|open|より|から(?:開|始|受|放|の?会))/i;
/** What only a place in a video is followed by. */
const IN_VIDEO = /^(?:の(?:ところ|とこ|部分|シーン|場面|顔|表情|声|瞬間|やつ|歌)|あたり|辺り|らへん|付近)/;

/** What may stand between the start of a line and a place in a video: arrows, other places. */
const OPENS_LINE = /\n[\d:： 　←→>]*$/;
const OPENED = /^[\d:： 　←→>]*$/;

/** Whether 3:33 is a place in a video: it opens a line, or has no two digits of hours but seconds (1:02:33). */
function isInVideo(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + REACH);
  if (IN_VIDEO.test(after) || /^\d:\d\d:\d\d$/.test(text.slice(start, end))) return true;
  const before = text.slice(Math.max(0, start - REACH), start);
  const opensLine = start === 0 || OPENS_LINE.test(before) || (start < REACH && OPENED.test(before));
  return opensLine && !SCHEDULED.test(after);
}

/** Whether digits with a colon between them (10:30) are a score, a ratio, a verse or a place in a video, and no time of day. */
export function isNoTime(text: string, start: number, end: number): boolean {
  return (
    isInVideo(text, start, end) ||
    COUNTED.test(text.slice(Math.max(0, start - REACH), start)) ||
    DECIDED.test(text.slice(end, end + REACH))
  );
}

const RATED =
  /(?:評価|評点|評定|採点|得点|点数|総合点?|満足|おすすめ|オススメ|お勧め|(?<![今年])度|星|★|☆|スコア|レビュー|味|コスパ|サービス|返信|連投|続き|つづき|ページ|頁|パート|その|全部で|サイズ|寸法|約|およそ|全体の|のうち|残り|確率|割合|バージョン|ver\.?|[A-Za-z]|No\.?)[はがをのも:：=＝ 　★☆]*$/i;
const COUNTS =
  /^ ?(?:人|名|点|票|枚|個|回|本|台|社|問|件|杯|カップ|インチ|サイズ|スケール|系|対応|以[上下]|程度|ほど|くらい|ぐらい|拍子|ページ|頁|レス|が[^、。]{0,8}(?:賛成|反対|占|支持|欠席|不明|未)|を(?:占め|超え|割|切|満た)|に(?:な|減|縮|圧|落|分|割|下|し)|の(?:確率|大きさ|量|値段|サイズ|価格|費用|面積|長さ|重さ|スケール|縮尺|議席|賛成|人|割合|レビュー|評価|星|点数|国民|議員|世帯|学生|会員|力|濃度|水))/;
const DATED = /^ ?(?:に|から|より|まで)/;
/** What only a day is followed by. */
const SURELY_DATED =
  /^ ?(?:\([日月火水木金土]|[日月火水木金土]曜|付|発売|公開|開催|開始|開幕|締|配信|放送|更新|実施|施行|生まれ|産|頃|ごろ|以[降前]|[~〜～\-–][ ]?\d|[01]?\d時|[012]?\d:|朝|昼|夜|夕|午[前後]|早朝|深夜|現在|時点|の(?:夜|朝|昼|夕|午[前後]|試合|放送|会|日|ライブ|公演|予定|新聞|記事|夕刊|朝刊|ニュース|投稿|更新|配信|地震|回|便|入荷|分|件)|は(?:子供|休|祝|定休|[^。、]{0,8}の日)|[、・][ ]?\d{1,2}\/\d)/;
/** What announces a day. */
const ANNOUNCED =
  /(?:締切|締め切り|〆切|期限|発売日?|公開日?|開催日?|日程|日時|日付|投稿日|更新日?|掲載|去る|来る|次は|前回は|昨年|今年|去年|来年)[はがのも:： 　]*$/;

/**
 * Whether 4/5 is a rating, a fraction, a page or a size, and no day.
 *
 * Where nothing stands by it, a proper fraction of small numbers (3/4) and a full mark (5/5) are none, 9/14 and 12/24 are
 * days.
 */
export function isNoDay(text: string, start: number, end: number, [above, below]: readonly [number, number]): boolean {
  const after = text.slice(end, end + REACH);
  const before = text.slice(Math.max(0, start - REACH), start);
  if (SURELY_DATED.test(after)) return false;
  if (COUNTS.test(after) || RATED.test(before)) return true;
  if (DATED.test(after) || ANNOUNCED.test(before)) return false;
  const isFraction = above < below ? below <= 10 : above === below && (above === 5 || above === 10);
  return isFraction || (text[start - 1] === "(" && text[end] === ")" && below <= 10 && above <= below);
}
