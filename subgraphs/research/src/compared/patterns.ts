import { has } from '@nodp/cohorts/engine';
import { badInput } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import type { Context } from '../context.ts';
import type { CoxCovariate, GeneState } from '../generated/resolvers.ts';
import { checkedGenes } from './alterations.ts';
import type { AskedComparison } from './asked.ts';
import { kindsOf } from './kinds.ts';
import { VARIABLES } from './variables.ts';

const MOST_GENES = 12;
const MOST_TRACKS = 2;

/** A pattern as the name of its kind: what was found in each gene, and the level of each track (-1 not known). */
interface Pattern {
  readonly genes: readonly GeneState[];
  readonly levels: readonly number[];
}

const NOT_KNOWN: Label = { en: 'not known', zh: '不详' };
const ORDER: readonly GeneState[] = ['ALTERED', 'NOT_ALTERED', 'NOT_TESTED'];

/** As an OncoPrint is sorted ("memo sort"): by the first gene, among equals by the second, and so on. */
const byGenes = (a: Pattern, b: Pattern): number => {
  for (const [i, state] of a.genes.entries()) {
    const difference = ORDER.indexOf(state) - ORDER.indexOf(b.genes[i] ?? 'NOT_TESTED');
    if (difference !== 0) return difference;
  }
  return 0;
};

/**
 * Patterns of alterations of the members of each cohort: the columns of an OncoPrint, each as wide as its persons are many, since
 * no column of one person may leave. Patterns of too few persons are one count. @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const patternsOf = async (
  context: Context,
  asked: AskedComparison,
  genes: readonly string[],
  tracks: readonly CoxCovariate[],
) => {
  const symbols = checkedGenes(genes, MOST_GENES);
  const chosen = [...new Set(tracks)];
  if (chosen.length > MOST_TRACKS)
    throw badInput(`Ask for at most ${MOST_TRACKS} tracks. / 最多 ${MOST_TRACKS} 条临床轨道。`);
  const { releases } = context.resources;
  const { cases: columns } = await releases.open(asked.release.number);
  const variables = chosen.map((each) => VARIABLES[each](columns, asked.release));
  const { arms, ...found } = await kindsOf(context, asked, {
    ...{ name: 'patterns', of: [...symbols, '|', ...chosen].join(' ') },
    kindOf: async ({ cohorts }) => {
      const sets = await Promise.all(
        symbols.map(async (gene) => {
          const [altered, tested] = await Promise.all(
            (['FOUND', 'TESTED'] as const).map((finding) =>
              cohorts.cases({ all: [{ variant: { gene, finding } }] }),
            ),
          );
          return { altered, tested };
        }),
      );
      return (row) => {
        const pattern: Pattern = {
          genes: sets.map(({ altered, tested }) =>
            altered && has(altered, row)
              ? 'ALTERED'
              : tested && has(tested, row)
                ? 'NOT_ALTERED'
                : 'NOT_TESTED',
          ),
          levels: variables.map(({ levelOf }) => levelOf(row)),
        };
        return JSON.stringify(pattern);
      };
    },
  });
  return {
    ...found,
    genes: [...symbols],
    tracks: variables.map(({ name }) => name),
    arms: arms.map(({ persons, kinds, rest }) => ({
      ...{ persons, rest },
      patterns: kinds
        .map(({ kind, persons: of }) => ({ ...(JSON.parse(kind) as Pattern), persons: of }))
        .sort((a, b) => byGenes(a, b) || (b.persons.value ?? 0) - (a.persons.value ?? 0))
        .map(({ genes: states, levels, persons: of }) => ({
          persons: of,
          genes: [...states],
          tracks: levels.map((level, i) => variables[i]?.levels[level] ?? NOT_KNOWN),
        })),
    })),
  };
};
