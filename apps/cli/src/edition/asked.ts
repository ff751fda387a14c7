import { CannotReach } from '../load/platform.ts';

export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** An answer of the graph, as far as a page of it says it. */
export interface Figure {
  readonly axes: readonly {
    readonly dimension: string;
    readonly label: Words;
    readonly codes: readonly string[];
    readonly labels: readonly Words[];
  }[];
  readonly values: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
  readonly numerators: readonly (number | null)[];
  readonly denominators: readonly (number | null)[];
  readonly states: readonly string[];
  readonly about: {
    readonly name: Words;
    readonly title: Words;
    readonly population: Words;
    readonly unit: Words;
    readonly standard: Words | null;
    readonly interval: Words | null;
    readonly numerator: Words;
    readonly denominator: Words | null;
    readonly citation: Words;
    readonly protection: Words;
    readonly sentence: Words;
    readonly limits: Words;
  };
  readonly notes: readonly Words[];
}

/** A saved report with its figures answered. */
export interface PublishedReport {
  readonly name: string;
  readonly parts: readonly (
    | { readonly text: string }
    /** One for each selection that stands side by side. */
    | { readonly figures: readonly Figure[] }
  )[];
}

interface Saved {
  readonly name: string;
  readonly blocks: readonly {
    readonly text: string | null;
    readonly questions: readonly string[];
  }[];
}

/** Asks the graph as an account. @throws CannotReach with what the graph says where it does not answer */
export type Ask = <T>(query: string, variables?: object) => Promise<T>;

export const askerAt =
  (url: string, token: string): Ask =>
  async <T>(query: string, variables: object = {}) => {
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json().catch(() => ({}))) as {
      data?: T | null;
      errors?: readonly { message: string }[];
    };
    if (body.data == null || body.errors !== undefined)
      throw new CannotReach(
        body.errors?.map(({ message }) => message).join('\n') ??
          `The graph at ${url} answered with status ${response.status}.`,
      );
    return body.data;
  };

const both = '{ en zh }';
const STATISTICS = `query PublicEdition($question: StatisticsQuestionInput!) { statistics(question: $question) {
  axes { dimension label ${both} codes labels ${both} } values lower upper numerators denominators states
  about { name ${both} title ${both} population ${both} unit ${both} standard ${both} interval ${both} numerator ${both}
    denominator ${both} citation ${both} protection ${both} sentence ${both} limits ${both} }
  notes ${both} } }`;

/**
 * Reports of the account, their figures answered; those without a source from the newest.
 * @param names all where empty
 */
export const answeredReports = async (
  ask: Ask,
  names: readonly string[],
): Promise<PublishedReport[]> => {
  const { savedReports, statisticsSources } = await ask<{
    savedReports: readonly Saved[];
    statisticsSources: readonly { readonly id: string }[];
  }>(
    'query SavedForEdition { savedReports { name blocks { text questions } } statisticsSources { id } }',
  );
  const missing = names.find((name) => savedReports.every((one) => one.name !== name));
  if (missing !== undefined)
    throw new CannotReach(
      `The account saved no report “${missing}”. It has: ${savedReports.map(({ name }) => `“${name}”`).join(', ') || 'none'}.`,
    );
  const newest = statisticsSources[0]?.id;
  if (newest === undefined)
    throw new CannotReach('There is no release and no data set to publish from.');
  const wanted = savedReports.filter(({ name }) => names.length === 0 || names.includes(name));
  const reports: PublishedReport[] = [];
  for (const { name, blocks } of wanted) {
    const parts: PublishedReport['parts'][number][] = [];
    for (const { text, questions } of blocks) {
      if (text !== null) {
        parts.push({ text });
        continue;
      }
      const figures: Figure[] = [];
      for (const question of questions) {
        const asked = { source: newest, ...(JSON.parse(question) as object) };
        figures.push(
          (await ask<{ statistics: Figure }>(STATISTICS, { question: asked })).statistics,
        );
      }
      parts.push({ figures });
    }
    reports.push({ name, parts });
  }
  return reports;
};
