/**
 * Yoron (世論) reads a Japanese article together with its comment thread and shows what people said,
 * about whom, citing what, and how other readers voted.
 *
 * ```
 * bytes ─ read ─▶ Discussion ─ tokenize ─▶ Tokens ─ annotate ─▶ Analysis ─ tables ─▶ Table ─ measure ─▶ Table ─ charts ─▶ Chart
 *                                                                   └────────────────── report ◀──────────────────┘
 * ```
 *
 * @module
 */

// read: page → Discussion
export type { ColumnMapping, Format, ReadOptions } from "./read/format.ts";
export { formats } from "./read/formats.ts";
export { joinPages } from "./read/join-pages.ts";
export { readAll, readFile, readPage, readSource } from "./read/read.ts";

// tokenize: text → Tokens
export { loadTokenizer, type TokenizerOptions, type UserEntry } from "./tokenize/load-tokenizer.ts";

// annotate: Discussion → Analysis
export { type AnalyzeOptions, analyze, analyzeFile, LAYERS, type Layer } from "./analyze.ts";
export { annotateLine, type LineAnswer, layerNames } from "./annotate-line.ts";
export { walk } from "./corpus/walk.ts";
export { loadResources, type ResourceOptions, type Resources } from "./resources.ts";

// tables: Analysis → Table
export { authorTable } from "./tables/authors.ts";
export { citationTable } from "./tables/citations.ts";
export { commentTable } from "./tables/comments.ts";
export { dateTable } from "./tables/dates.ts";
export { entityTable } from "./tables/entities.ts";
export { tableFormats, writeTable } from "./tables/export/write-table.ts";
export { mentionTable } from "./tables/mentions.ts";
export type { Analyses, TableOptions } from "./tables/projection.ts";
export { quotationTable } from "./tables/quotations.ts";
export { reactionTable } from "./tables/reactions.ts";
export { referenceTable } from "./tables/references.ts";
export type { Cell, Column, ColumnType, TableSchema } from "./tables/schema.ts";
export { sentenceTable } from "./tables/sentences.ts";
export { sentimentTable } from "./tables/sentiment.ts";
export { stanceTable } from "./tables/stances.ts";
export { type Row, Table } from "./tables/table.ts";
export { type NamedTable, tableNamed, tables } from "./tables/tables.ts";
export { tokenTable } from "./tables/tokens.ts";

// charts: Table → Chart
export type { Chart, ChartOptions, ChartRow } from "./charts/chart.ts";
export { chartNamed, charts, type NamedChart } from "./charts/charts.ts";
export { citationChart } from "./charts/citations.ts";
export { engagementChart } from "./charts/engagement.ts";
export { entitySentimentChart } from "./charts/entities.ts";
export { renderPng, renderSvg } from "./charts/render.ts";
export { sentimentChart } from "./charts/sentiment.ts";
export { sentimentVoteChart } from "./charts/sentiment-votes.ts";
export { threadChart } from "./charts/thread.ts";
export { voteChart } from "./charts/votes.ts";

// report: Analyses → one HTML file
export { type ReportOptions, renderReport } from "./report/report.ts";

// the data model
export type { Analysis, AnalyzedUnit } from "./model/analysis.ts";
export type * from "./model/discussion.ts";
export { type ErrorCode, YoronError } from "./model/error.ts";
export type * from "./model/layers.ts";
export type { Range, Span } from "./model/span.ts";
export type { Sentence, Token, Tokenizer, Tokens } from "./model/tokens.ts";
export { version } from "./version.ts";
