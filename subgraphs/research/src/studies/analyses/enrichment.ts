import { adjustPValues, fisherExactPValue } from '@nodp/biostatistics';
import type { OpenStudy } from '../open/open-study.ts';
import { type Unit, unitsOf } from './units.ts';

/** Genes tested at most: the most often altered, so that a whole exome's answer has a bounded cost. */
const MOST_TESTED = 1000;

interface Enriched {
  readonly gene: string;
  /** Altered units of each group. */
  readonly first: number;
  readonly second: number;
  /** Base 2 of the ratio of shares altered; null where none of a group is altered. */
  readonly logRatio: number | null;
  readonly pValue: number;
  readonly adjusted: number;
}

export interface Enrichment {
  /** Examined units of each group. */
  readonly first: number;
  readonly second: number;
  /** Genes altered in either group; the most often altered of them are tested. */
  readonly alteredGenes: number;
  /** The least p-value first. */
  readonly genes: Enriched[];
}

/**
 * Which genes are altered more often in one group of units than in another: Fisher's exact test for each gene, two-sided,
 * adjusted by Benjamini and Hochberg over the genes tested.
 *
 * @param attribute whose values make the groups
 * @param second the other value; null: every other known value
 * @throws {RangeError} with the name of an attribute that the study does not have
 */
export const enrichmentOf = (
  study: OpenStudy,
  unit: Unit,
  attribute: string,
  first: string,
  second: string | null,
): Enrichment => {
  const units = unitsOf(study, unit);
  const groups = units.valuesOf(attribute).map((value, place) => {
    if (value === null || !units.examined[place]) return null;
    if (value === first) return 0;
    return second === null || value === second ? 1 : null;
  });
  const sizes = [0, 1].map((group) => groups.filter((of) => of === group).length);
  const [ofFirst = 0, ofSecond = 0] = sizes;
  const counted = study.genes
    .map(({ gene }) => {
      const altered = [0, 0];
      for (const place of units.alterationsOf(gene).keys()) {
        const group = groups[place];
        if (group === 0 || group === 1) altered[group] = (altered[group] ?? 0) + 1;
      }
      return { gene, first: altered[0] ?? 0, second: altered[1] ?? 0 };
    })
    .filter((each) => each.first + each.second > 0);
  if (ofFirst === 0 || ofSecond === 0)
    return { first: ofFirst, second: ofSecond, alteredGenes: counted.length, genes: [] };
  const tested = counted
    .toSorted((a, b) => b.first + b.second - a.first - a.second || a.gene.localeCompare(b.gene))
    .slice(0, MOST_TESTED)
    .map((each) => ({
      ...each,
      logRatio:
        each.first === 0 || each.second === 0
          ? null
          : Math.log2(each.first / ofFirst / (each.second / ofSecond)),
      pValue: fisherExactPValue([
        [each.first, ofFirst - each.first],
        [each.second, ofSecond - each.second],
      ]),
    }));
  const adjusted = adjustPValues(
    tested.map(({ pValue }) => pValue),
    'benjamini-hochberg',
  );
  return {
    first: ofFirst,
    second: ofSecond,
    alteredGenes: counted.length,
    genes: tested
      .map((each, i) => ({ ...each, adjusted: adjusted[i] as number }))
      .toSorted((a, b) => a.pValue - b.pValue),
  };
};
