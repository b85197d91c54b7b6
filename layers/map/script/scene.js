/* What is drawn now, for whoever names, explains or counts it. Three parts can answer; the first of them that
 * shows something does: the step of a tour, then an answer's routes, then the layers. An answer of null
 * leaves it to the next. */

/** @type {Rank[]} */
const RANKS = ["step", "routes", "layers"];
/** @type {Partial<Record<Rank, Provider>>} */
const providers = {};

/**
 * Adds to what a part answers.
 * @param {Rank} rank
 * @param {Provider} provider
 */
export const provide = (rank, provider) => void (providers[rank] = { ...providers[rank], ...provider });

/**
 * What this one alone would answer.
 * @param {Rank} rank
 * @returns {Line[]}
 */
export const linesOf = (rank) => providers[rank]?.lines?.() ?? [];
/** @param {Rank} rank @returns {Spot[]} */
export const pointsOf = (rank) => providers[rank]?.points?.() ?? [];

/**
 * @template T
 * @param {(provider: Provider) => T[] | null | undefined} ask
 * @returns {T[]}
 */
function first(ask) {
  for (const rank of RANKS) {
    const answer = ask(providers[rank] ?? {});
    if (answer) return answer;
  }
  return [];
}

/** @returns {Line[]} */
export const lines = () => first((provider) => provider.lines?.());
/** @returns {Spot[]} */
export const points = () => first((provider) => provider.points?.());
