import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { malformed, notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";
import { readXml, type XmlReport } from "../xml.ts";

const NAME = "kokkai";
/** Who speaks stands before the words, with the office or without: `○山田太郎君　`, `○議長（山田太郎君）　`. */
const HEAD = /^[○◯〇]([^\s　]{1,60}?)[\s　]+/;
/** What the speech's record says of the speaker. */
const ATTRIBUTES = { speakerGroup: "会派", speakerPosition: "肩書", speakerRole: "役割" } as const;

/** The format of answers of the API of 国会会議録: a discussion for each meeting, a comment for each speech. */
export const kokkai: Format = {
  name: NAME,
  description: "国会会議録検索システム, answers of its API (JSON or XML), a discussion for each meeting",
  needs: "speechRecord with speech and speaker, or meetingRecord with speechRecord",
  detect: (sample) => {
    if (/^\s*<\?xml|^\s*<data>/.test(sample.text.slice(0, 200)))
      return /<speechRecord>/.test(sample.text.slice(0, 20_000)) ? 0.95 : 0;
    return speechesOf(peekJson(sample)).length > 0 ? 0.95 : 0;
  },
  *read(decoded) {
    const xml = /^\s*</.test(decoded.text.slice(0, 200));
    const answer = xml ? answerOfXml(decoded) : jsonOf(decoded);
    const speeches = speechesOf(answer);
    if (speeches.length === 0) throw notAnArticle(decoded, NAME);
    // What is not in the answer is told once, with its first meeting.
    let rest = unreadRecords(answer);
    const meetings = new Map<string, JsonObject[]>();
    for (const speech of speeches) {
      const id = textOrNull(speech.issueID) ?? "";
      const known = meetings.get(id);
      if (known === undefined) meetings.set(id, [speech]);
      else known.push(speech);
    }
    for (const own of meetings.values()) {
      yield readMeeting(decoded, own, rest);
      rest = [];
    }
  },
};

function speechesOf(value: unknown): JsonObject[] {
  if (!isObject(value)) return [];
  const direct = objectsOf(value.speechRecord);
  const nested = objectsOf(value.meetingRecord).flatMap(({ speechRecord, ...meeting }) =>
    objectsOf(speechRecord).map((speech) => ({ ...meeting, ...speech })),
  );
  return [...direct, ...nested].filter(({ speech }) => typeof speech === "string");
}

/** The API gives so many records at a time; the next ones have to be asked for. */
function unreadRecords(answer: unknown): Note[] {
  if (!isObject(answer)) return [];
  const [all, here, next] = [answer.numberOfRecords, answer.numberOfReturn, answer.nextRecordPosition].map(countOrNull);
  if (next === null || next === undefined) return [];
  const message = `the search found ${all} records, the source holds ${here} of them: ask for the rest (startRecord=${next})`;
  return [{ code: "missing-comments", message }];
}

/** The same answer as XML: fields of `speechRecord`, around it those of `meetingRecord`, outside those of the answer. */
function answerOfXml(decoded: Decoded): JsonObject {
  const report: XmlReport = { declaredEntities: 0, open: [] };
  const speeches: JsonObject[] = [];
  const answer: Record<string, string> = {};
  let meeting: Record<string, string> = answer;
  let speech: Record<string, string> | null = null;
  let parts: string[] = [];
  for (const event of readXml(decoded.text, report)) {
    if (event.kind === "text") parts.push(event.text);
    else if (event.kind === "open") {
      parts = [];
      if (event.name === "meetingRecord") meeting = {};
      if (event.name === "speechRecord") speech = {};
    } else if (event.name === "speechRecord" && speech !== null) {
      if (speech.speech !== undefined) speeches.push({ ...meeting, ...speech });
      speech = null;
    } else if (event.name === "meetingRecord") meeting = answer;
    else (speech ?? meeting)[event.name] = parts.join("").trim();
  }
  if (report.open.length > 0) throw malformed(decoded, "is cut off inside the element", report.open.at(-1));
  return { ...answer, speechRecord: speeches };
}

function readMeeting(decoded: Decoded, speeches: readonly JsonObject[], rest: readonly Note[]): Discussion {
  const [first] = speeches as readonly [JsonObject];
  const notes: Note[] = [...rest];
  const published = readDate(first.date, notes);
  const isHead = ({ speechOrder }: JsonObject) => String(speechOrder) === "0";
  const head = speeches.filter(isHead).map(({ speech }) => wordsOf(String(speech)));
  if (head.length === 0) notes.push({ code: "no-article-text", message: "the source holds speeches only" });
  const name = (field: string) => textOrNull(first[field]) ?? "";
  return makeDiscussion(decoded, NAME, {
    article: {
      title: [name("nameOfHouse"), name("nameOfMeeting"), name("issue")].filter((part) => part !== "").join(" "),
      url: textOrNull(first.meetingURL),
      published,
      text: head.join("\n\n"),
      notes,
    },
    comments: speeches.filter((speech) => !isHead(speech)).map(readSpeech),
  });
}

function readSpeech(record: JsonObject): CommentDraft {
  const notes: Note[] = [];
  const speaker = textOrNull(record.speaker)?.trim() ?? null;
  const whole = wordsOf(String(record.speech));
  const head = HEAD.exec(whole);
  const named = head === null ? null : nameIn(head[1]!);
  // Committees call a member by surname and office (○林檎参考人), the record by the whole name.
  const agrees = named !== null && (speaker === null || named[0] === speaker[0]);
  if (head !== null && !agrees) {
    notes.push({ code: "other-speaker", message: `its words begin with ${head[1]}, its record names ${speaker}` });
  }
  const attributes: Record<string, string> = {};
  for (const [field, called] of Object.entries(ATTRIBUTES)) {
    const value = textOrNull(record[field]);
    if (value !== null) attributes[called] = value;
  }
  return {
    sourceId: textOrNull(record.speechID),
    author: speaker ?? named,
    posted: readDate(record.date, notes),
    reactions: { up: null },
    attributes,
    text: agrees ? whole.slice(head![0].length) : whole,
    notes,
  };
}

/** The name in what stands before the words: `議長（山田太郎君）`, `山田太郎君`. */
function nameIn(head: string): string {
  const inner = /[（(]([^（()）]+)[)）]$/.exec(head)?.[1] ?? head;
  return inner.replace(/(?:君|さん)$/, "");
}

function wordsOf(speech: string): string {
  return speech.replace(/\r\n?/g, "\n").trim();
}
