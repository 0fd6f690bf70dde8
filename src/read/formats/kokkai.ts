import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { isObject, type JsonObject, jsonOf, objectsOf, peekJson, textOrNull } from "../json.ts";
import { readXml, type XmlReport } from "../xml.ts";

const NAME = "kokkai";
/** Who speaks stands before the words, with the office or without: `○山田太郎君　`, `○議長（山田太郎君）　`. */
const HEAD = /^[○◯〇]([^\s　]{1,60}?)[\s　]+/;
/** What the speech's record says of the speaker. */
const ATTRIBUTES = { speakerGroup: "会派", speakerPosition: "肩書", speakerRole: "役割" } as const;

/** Reads answers of the API of 国会会議録: a discussion for each meeting, a comment for each speech. */
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
    const speeches = xml ? speechesOfXml(decoded.text) : speechesOf(jsonOf(decoded));
    if (speeches.length === 0) throw notAnArticle(decoded, NAME);
    const meetings = new Map<string, JsonObject[]>();
    for (const speech of speeches) {
      const id = textOrNull(speech.issueID) ?? "";
      const known = meetings.get(id);
      if (known === undefined) meetings.set(id, [speech]);
      else known.push(speech);
    }
    for (const own of meetings.values()) yield readMeeting(decoded, own);
  },
};

function speechesOf(value: unknown): JsonObject[] {
  if (!isObject(value)) return [];
  const direct = objectsOf(value.speechRecord);
  const nested = objectsOf(value.meetingRecord).flatMap(({ speechRecord, ...meeting }) =>
    objectsOf(speechRecord).map((speech) => ({ ...meeting, ...speech })),
  );
  return [...direct, ...nested].filter(
    ({ speech, speaker }) => typeof speech === "string" && typeof speaker === "string",
  );
}

/** The same records as XML: fields of `speechRecord`, and around it those of `meetingRecord`. */
function speechesOfXml(text: string): JsonObject[] {
  const report: XmlReport = { declaredEntities: 0, open: [] };
  const speeches: JsonObject[] = [];
  let meeting: Record<string, string> = {};
  let speech: Record<string, string> | null = null;
  let parts: string[] = [];
  for (const event of readXml(text, report)) {
    if (event.kind === "text") parts.push(event.text);
    else if (event.kind === "open") {
      parts = [];
      if (event.name === "meetingRecord") meeting = {};
      if (event.name === "speechRecord") speech = {};
    } else if (event.name === "speechRecord" && speech !== null) {
      if (speech.speech !== undefined && speech.speaker !== undefined) speeches.push({ ...meeting, ...speech });
      speech = null;
    } else (speech ?? meeting)[event.name] = parts.join("");
  }
  return speeches;
}

function readMeeting(decoded: Decoded, speeches: readonly JsonObject[]): Discussion {
  const [first] = speeches as readonly [JsonObject];
  const notes: Note[] = [];
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
  const agrees = head !== null && speaker !== null && head[1]!.includes(speaker.replace(/[\s　]/g, ""));
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
    author: speaker,
    posted: readDate(record.date, notes),
    reactions: { up: null },
    attributes,
    text: agrees ? whole.slice(head[0].length) : whole,
    notes,
  };
}

function wordsOf(speech: string): string {
  return speech.replace(/\r\n?/g, "\n").trim();
}
