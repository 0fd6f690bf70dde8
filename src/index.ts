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
export { type ArticleDraft, type CommentDraft, type DiscussionDraft, makeDiscussion } from "./read/discussion.ts";
export type { ColumnMapping, Decoded, Format, ReadOptions, Sample } from "./read/format.ts";
export { formats } from "./read/formats.ts";
export { joinPages } from "./read/join-pages.ts";
export { readAll, readFile, readPage, readSource } from "./read/read.ts";

// tokenize: text → Tokens
export { loadTokenizer, type TokenizerOptions, type UserEntry } from "./tokenize/load-tokenizer.ts";
export { type TokenRecord, tokenRecord } from "./tokenize/token-record.ts";

// annotate: Discussion → Analysis
export { checkPropositions } from "./annotate/sides/check-propositions.ts";
export { type ProposalResources, proposePropositions } from "./annotate/sides/propose.ts";
export { type AnalyzeOptions, analyze, analyzeFile, LAYERS, type Layer, predictNames } from "./analyze.ts";
export {
  annotateLine,
  errorAnswer,
  type LineAnswer,
  layerNames,
  lineTableNames,
  printAnswer,
} from "./annotate-line/annotate-line.ts";
export type { PrintedLines } from "./annotate-line/annotate-lines.ts";
export { type AnnotateStreamOptions, annotateStream } from "./annotate-line/annotate-stream.ts";
export { type AnalyzeFilesOptions, analyzeFiles, type FileResult } from "./corpus/analyze-files.ts";
export {
  type BuildCorpusOptions,
  type BuildEvent,
  type BuiltCorpus,
  buildCorpus,
} from "./corpus/build/build-corpus.ts";
export { CORPUS_LAYERS, USUAL_LAYERS } from "./corpus/build/build-settings.ts";
export { type HeldLock, holdLock, type LockHolder } from "./corpus/hold-lock.ts";
export { type Corpus, type CorpusAnalysesOptions, openCorpus, strayParts } from "./corpus/open-corpus.ts";
export {
  type PackedFile,
  type SparkArchive,
  type SparkArchiveOptions,
  type SparkManifest,
  sparkArchive,
} from "./pack/spark-archive.ts";
export {
  type CorpusOpinion,
  type CorpusOpinionsOptions,
  corpusOpinions,
} from "./corpus/opinions/corpus-opinions.ts";
export { type InputList, listInputs, type PassedOver, type PassedOverReason, walk } from "./corpus/walk.ts";
export { type Privacy, withPrivacy } from "./corpus/with-privacy.ts";
export type { Correction, Fit, Tuning } from "./annotate/sentiment/tuning.ts";
export { loadResources, type ResourceOptions, type Resources } from "./resources.ts";

// tables: Analysis → Table
export type { CorpusLayer } from "./tables/corpus-tables.ts";
export { discussionTable } from "./tables/discussions.ts";
export { type SqlAggregate, sqlAggregates } from "./tables/export/corpus/aggregates.ts";
export {
  type CorpusManifest,
  type CorpusSettings,
  type CorpusSource,
  type FailedSource,
  isCorpus,
  type PartGroup,
  type PartInfo,
  partsOf,
  type SourceItem,
  type SourceNote,
} from "./tables/export/corpus/manifest.ts";
export {
  type Aggregate,
  collect,
  count,
  countDistinct,
  countKnown,
  first,
  max,
  mean,
  median,
  min,
  sum,
} from "./tables/aggregates.ts";
export { attributeTable } from "./tables/attributes.ts";
export { authorTable } from "./tables/authors.ts";
export { citationTable } from "./tables/citations.ts";
export { commentTable } from "./tables/comments.ts";
export { considerationTable } from "./tables/considerations.ts";
export { dateTable } from "./tables/dates.ts";
export { entityTable } from "./tables/entities.ts";
export { readTable } from "./tables/export/read-table.ts";
export type { Workbook, WorkbookOptions } from "./tables/export/workbook.ts";
export { writeWorkbook } from "./tables/export/write-workbook.ts";
export { tableFormats, type WriteTableOptions, writeTable, writeTablePieces } from "./tables/export/write-table.ts";
export { mentionTable } from "./tables/mentions.ts";
export { type AnyPieces, type FetchedPieces, piecesOf, type TablePieces } from "./tables/pieces.ts";
export type { Analyses, Projection, TableOptions } from "./tables/projection.ts";
export { quotationTable } from "./tables/quotations.ts";
export { reactionTable } from "./tables/reactions.ts";
export { referenceTable } from "./tables/references.ts";
export { type Cell, type Column, type ColumnType, defineSchema, pick, type TableSchema } from "./tables/schema.ts";
export { sentenceTable } from "./tables/sentences.ts";
export { sentimentTable } from "./tables/sentiment.ts";
export { sideTable } from "./tables/sides.ts";
export { stanceTable } from "./tables/stances.ts";
export type { CellOf, RowInput } from "./tables/row-type.ts";
export { type Groups, type Row, type RowOf, Table } from "./tables/table.ts";
export { tokenTable } from "./tables/tokens.ts";
export { type FormatWords, loadFormatWords } from "./text/format-words.ts";
export { loadTableWords, type TableWords } from "./text/table-words.ts";

// people: Discussion → Discussion, under other names
export { maskPersons } from "./people/mask-persons.ts";
export type { PseudonymWords } from "./people/pseudonym.ts";
export { type PseudonymOptions, withPseudonyms } from "./people/with-pseudonyms.ts";
export { withoutAuthors } from "./people/without-authors.ts";

// measure: Table → Table
export { approval, controversy } from "./measure/approval.ts";
export { wilsonInterval } from "./measure/wilson-interval.ts";
export { blankVotesAsZero } from "./measure/blank-votes.ts";
export type { BootstrapOptions } from "./measure/check/bootstrap.ts";
export { type ChangedText, changedTexts } from "./measure/check/changed-texts.ts";
export { type AgreementRow, coderAgreement } from "./measure/check/coder-agreement.ts";
export { cohenKappa, type Kappa } from "./measure/check/cohen-kappa.ts";
export { confusion } from "./measure/check/confusion.ts";
export { type CorrectedShare, correctedShares } from "./measure/check/corrected-shares.ts";
export { joinSamples, samplesByQuestion } from "./measure/check/join-samples.ts";
export { type Alpha, type AlphaOptions, krippendorffAlpha } from "./measure/check/krippendorff-alpha.ts";
export { CHECKED_LAYERS, type CheckedLabel, type CheckedLayer } from "./measure/check/layers.ts";
export { checkedTable } from "./measure/checked-table.ts";
export { isSample, readSample } from "./measure/check/read-sample.ts";
export { type TuneOptions, tuneConfidence } from "./measure/check/tune-confidence.ts";
export { type SampleOptions, sampleTable } from "./measure/check/sample-table.ts";
export { type CollocationOptions, collocations } from "./measure/collocations.ts";
export { commentSentiment } from "./measure/comment-sentiment.ts";
export { loadStopWords, type StopWords } from "./measure/content-words.ts";
export {
  type ConsiderationNames,
  type ConsiderationShare,
  type ConsiderationShareOptions,
  considerationShares,
  loadConsiderationNames,
} from "./measure/considerations.ts";
export { type Cooccurrence, type CooccurrenceOptions, cooccurrence } from "./measure/cooccurrence.ts";
export { type EntitySentimentOptions, entitySentiment } from "./measure/entity-sentiment.ts";
export { type KeynessOptions, keyness } from "./measure/keyness.ts";
export type { SideRates } from "./measure/estimated-share.ts";
export { gini, type LorenzPoint, lorenzCurve, topShare } from "./measure/lorenz.ts";
export { loadDefaultNames, personOf } from "./measure/people.ts";
export { type GroupDifference, groupDifference } from "./measure/permutation.ts";
export { type RankCorrelation, rankCorrelation } from "./measure/rank-correlation.ts";
export { reciprocity, replyEdges, replyPeople } from "./measure/reply-network.ts";
export { sentimentVotes } from "./measure/sentiment-votes.ts";
export { loadSideRates } from "./measure/side-rates.ts";
export { type SideShare, sideShares } from "./measure/side-shares.ts";
export { withoutSourceLines } from "./measure/source-lines.ts";
export { splitByVotes } from "./measure/split-by-votes.ts";
export { type TfIdfOptions, tfIdf } from "./measure/tf-idf.ts";
export { threadShape, threads } from "./measure/threads.ts";
export { loadToneConfusion, type ToneConfusion, type ToneShare, toneShares } from "./measure/tone-shares.ts";
export { voteExpectation } from "./measure/vote-expectation.ts";
export { voteSummary } from "./measure/vote-summary.ts";
// codes of one's own
export { type CodeAnswer, codeAnswers } from "./measure/codes/code-answers.ts";
export type { Code, CodeList, Condition, Term } from "./measure/codes/code-list.ts";
export { type CodeShare, codeShares } from "./measure/codes/code-shares.ts";
export { CODE_UNITS, type CodeOptions, codeTable } from "./measure/codes/code-table.ts";
export { parseCodes } from "./measure/codes/parse-codes.ts";
// concordance
export { KWIC_SORTS, type KwicOptions, type KwicRow, kwicTable } from "./measure/kwic/kwic-table.ts";
export { kwicText } from "./measure/kwic/kwic-text.ts";
// cross tables
export { answerTable } from "./measure/cross/answer-table.ts";
export type { CrossCell } from "./measure/cross/cross-schema.ts";
export { type CrossOptions, crossTable } from "./measure/cross/cross-table.ts";
// opinions and copies
export { claimTable } from "./measure/opinions/claim-table.ts";
export { COPY_KINDS, type CopyKind, type CopyOptions } from "./measure/opinions/copies/find-copies.ts";
export { type BurstOptions, type CopyBurst, copyBursts } from "./measure/opinions/copy-bursts.ts";
export { copySentence } from "./measure/opinions/copy-sentence.ts";
export { copyTable } from "./measure/opinions/copy-table.ts";
export type { OpinionOptions } from "./measure/opinions/find-opinions.ts";
export { adjustedMutualInformation } from "./measure/opinions/groups/agreement.ts";
export type { Embed, GivenVectors } from "./measure/opinions/likeness/given-vectors.ts";
export { type OpinionAnswer, opinionAnswers } from "./measure/opinions/opinion-answers.ts";
export { type OpinionPlace, opinionPlaces } from "./measure/opinions/opinion-places.ts";
export { type OpinionSpans, opinionSpans } from "./measure/opinions/opinion-spans.ts";
export { type OpinionTime, type OpinionTimesOptions, opinionTimes } from "./measure/opinions/opinion-times.ts";
export { opinionTable } from "./measure/opinions/opinion-table.ts";
export { readVectors } from "./measure/opinions/read-vectors.ts";
export { layersOf } from "./measure/table-layers.ts";
export { type NamedTable, tableNamed, tables } from "./measure/tables.ts";
// charts: Table → Chart
export { activityChart } from "./charts/activity.ts";
export { type Chart, type ChartOptions, type ChartRow, chart } from "./charts/chart.ts";
export { type BuildOptions, chartNamed, charts, type NamedChart } from "./charts/charts.ts";
export { type ChartDeclaration, type ChartWords, type DefinedChart, defineChart } from "./charts/define-chart.ts";
export { type CitationChartOptions, citationChart } from "./charts/citations.ts";
export { type CodeChartOptions, codeChart } from "./charts/codes.ts";
export { type ConsiderationChartOptions, considerationChart } from "./charts/considerations.ts";
export { type CooccurrenceChartOptions, cooccurrenceChart } from "./charts/cooccurrence.ts";
export { engagementChart } from "./charts/engagement.ts";
export { type EntitySentimentChartOptions, entitySentimentChart } from "./charts/entities.ts";
export { type KeywordChartOptions, keywordChart } from "./charts/keywords.ts";
export { lorenzChart } from "./charts/lorenz.ts";
export type { FontOptions } from "./charts/fonts.ts";
export { type MissingGlyphs, missingGlyphs } from "./charts/missing-glyphs.ts";
export { type PngOptions, renderPng, renderSvg } from "./charts/render.ts";
export { type OpinionMapChartOptions, opinionMapChart } from "./charts/opinion-map.ts";
export { type OpinionTimeChartOptions, opinionTimeChart } from "./charts/opinion-time.ts";
export { type OpinionChartOptions, opinionChart } from "./charts/opinions.ts";
export { type ReplyNetworkChartOptions, replyNetworkChart } from "./charts/reply-network.ts";
export { type SentimentChartOptions, sentimentChart } from "./charts/sentiment.ts";
export { sentimentVoteChart } from "./charts/sentiment-votes.ts";
export { sideChart } from "./charts/sides.ts";
export { type SpeakerChartOptions, speakerChart } from "./charts/speakers.ts";
export { type ThreadChartOptions, threadChart } from "./charts/thread.ts";
export { type VoteExpectationChartOptions, voteExpectationChart } from "./charts/vote-expectation.ts";
export { type VoteChartOptions, voteChart } from "./charts/votes.ts";
export type { Drawing } from "./charts/vega-lite.ts";
// report: Analyses → one HTML file
export { type CorpusReportOptions, renderCorpusReport } from "./report/corpus/corpus-report.ts";
export { type ReportOptions, renderReport } from "./report/report.ts";

// notebook: what shows itself
export { show } from "./notebook/show.ts";

// the data model
export type { Analysis, AnalyzedUnit } from "./model/analysis.ts";
export type * from "./model/discussion.ts";
export { type ErrorCode, YoronError } from "./model/error.ts";
export type * from "./model/layers.ts";
export { isLossCode, lossesOf } from "./model/losses.ts";
export { makeScratch, removeScratch } from "./model/scratch.ts";
export type { Range, Span } from "./model/span.ts";
export type { Sentence, Token, Tokenizer, Tokens } from "./model/tokens.ts";
export { visible, visibleLines } from "./model/visible.ts";
export { version } from "./version.ts";
