/** A page as an author would write it, from which text and HTML are rendered; the expected reading follows from it. */
export interface PageModel {
  readonly category: string | null;
  readonly title: string;
  /** `2023-04-01T09:30:00+09:00` or null where the page shows none. */
  readonly published?: string | null;
  readonly url?: string | null;
  readonly author?: string | null;
  readonly body: readonly Block[];
  readonly previous?: string;
  readonly next?: string;
  readonly related: readonly Post[];
  readonly comments: readonly PageComment[];
  readonly latest: readonly Post[];
}

export interface Post {
  readonly category: string;
  readonly title: string;
  readonly teaser?: string;
}

/** A paragraph (its lines), a heading, or an empty paragraph. */
export type Block =
  | { readonly kind: "p"; readonly lines: readonly Inline[][] }
  | { readonly kind: "h2"; readonly text: string }
  | { readonly kind: "caption"; readonly text: string }
  | { readonly kind: "empty" };

/** Words, or a link. */
export interface Inline {
  readonly text: string;
  readonly url?: string;
}

export interface PageComment {
  readonly depth: number;
  readonly author: string | null;
  /** As the page shows it: `2023年 4月 1日`. */
  readonly date: string;
  /** `2023-04-01T10:20:30+09:00`, for pages that carry it. */
  readonly time?: string;
  readonly up: number | null;
  readonly down?: number | null;
  /** Paragraphs of lines. */
  readonly paragraphs: readonly (readonly string[])[];
}
