// What we use of the vendored library.
export default class MiniSearch<Document> {
  constructor(options: {
    fields: (keyof Document)[];
    tokenize: (text: string) => string[];
    processTerm: (term: string) => string;
  });
  add(document: Document): void;
  search(
    query: string,
    options: { prefix: boolean; fuzzy: (term: string) => number; combineWith: "OR" | "AND" },
  ): { id: number }[];
}
