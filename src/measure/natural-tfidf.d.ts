/** The part of natural's tf-idf that is used; a deep import, since the package's index prints and reads `.env`. */
declare module "natural/lib/natural/tfidf/tfidf.js" {
  class TfIdf {
    addDocument(terms: readonly string[], key?: string): void;
    listTerms(document: number): { term: string; tf: number; idf: number; tfidf: number }[];
  }
  export default TfIdf;
}
