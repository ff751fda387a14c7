import { adjustPValues } from '@nodp/biostatistics';
import type { CohortDefinition } from '@nodp/cohorts';
import { has } from '@nodp/cohorts/engine';
import { badInput } from '@nodp/graph';
import { geneSymbolOf } from '@nodp/terminology/genes';
import type { CohortSets } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { AskedComparison } from './asked.ts';
import { tableOf } from './baseline.ts';
import type { Variable } from './variables.ts';

const MOST_GENES = 40;

/** Whether a variant of the gene was found in a case; -1 where the gene was not tested. */
const altered = async (cohorts: CohortSets, gene: string): Promise<Variable> => {
  const cases = (finding: 'FOUND' | 'TESTED') => {
    const definition: CohortDefinition = { all: [{ variant: { gene, finding } }] };
    return cohorts.cases(definition);
  };
  const [found, tested] = await Promise.all([cases('FOUND'), cases('TESTED')]);
  return {
    name: { en: gene, zh: gene },
    levels: [
      { en: 'altered', zh: '有变异' },
      { en: 'not altered', zh: '无变异' },
    ],
    middles: null,
    levelOf: (row) => (has(found, row) ? 0 : has(tested, row) ? 1 : -1),
  };
};

/** HGNC symbols that may be asked for, each once. @throws BAD_USER_INPUT */
export const checkedGenes = (genes: readonly string[], most: number): readonly string[] => {
  const symbols = [...new Set(genes)];
  if (symbols.length < 1 || symbols.length > most)
    throw badInput(`Give 1 to ${most} genes. / 请给出 1 至 ${most} 个基因。`);
  const unknown = symbols.find((gene) => geneSymbolOf(null, gene) !== gene);
  if (unknown !== undefined)
    throw badInput(`“${unknown}” is no HGNC symbol. / “${unknown}”不是 HGNC 基因符号。`);
  return symbols;
};

/**
 * Which genes are altered more often in one cohort than in another, among persons of whom the gene was tested; protected as the
 * baseline table is. Tests are of the counts as they are shown, adjusted by Benjamini and Hochberg over the genes that have one.
 *
 * @param genes HGNC symbols
 * @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const alterationsOf = async (
  context: Context,
  asked: AskedComparison,
  genes: readonly string[],
) => {
  const symbols = checkedGenes(genes, MOST_GENES);
  const table = await tableOf(context, asked, {
    what: `alterations ${symbols.join(' ')}`,
    properties: ({ cohorts }) => Promise.all(symbols.map((gene) => altered(cohorts, gene))),
  });
  const tests = table.variables.flatMap(({ test }) => (test ? [test.pValue] : []));
  const adjusted = adjustPValues(tests, 'benjamini-hochberg');
  let at = 0;
  return {
    ...table,
    genes: table.variables.map(({ levels, known, test }, i) => ({
      gene: symbols[i] as string,
      altered: levels[0]?.counts ?? [],
      notAltered: levels[1]?.counts ?? [],
      notTested: levels[2]?.counts ?? [],
      tested: known,
      test,
      adjusted: test ? (adjusted[at++] ?? null) : null,
    })),
  };
};
