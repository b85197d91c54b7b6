// What we use of the vendored library.
export default class MiniSearch<Document> {
  constructor(options: { fields: (keyof Document)[]; processTerm: (term: string) => string });
  addAll(documents: Document[]): void;
  search(
    query: string,
    options: { prefix: boolean; fuzzy: (term: string) => number; combineWith: "OR" | "AND" },
  ): { id: number }[];
}
