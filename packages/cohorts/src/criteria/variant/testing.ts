import fc from 'fast-check';
import { isOf, isWithin, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting, Events, Row } from '../../testing/criterion-testing.ts';
import { geneSymbols } from '../../testing/vocabulary.ts';
import { VARIANT_FINDINGS, type Variant } from './form.ts';

const maybe = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });

const codons = fc.constantFrom({ from: 858, to: 858 }, { from: 700 }, { to: 100 });
const fraction = fc.constantFrom({ from: 5 }, { to: 20 }, { from: 10, to: 40 });
const SEQUENCE = ['SUBSTITUTION', 'INSERTION', 'DELETION', 'INDEL', 'DUPLICATION', 'SPLICE'];

const known = (value: unknown): boolean => value !== null && value !== undefined;
const perMille = (value: unknown): unknown => (typeof value === 'number' ? value / 10 : value);

/** Whether a row says what is asked; `lenient` where what it does not say counts for it. */
const says = (asked: Variant, row: Row, lenient: boolean): boolean => {
  const by = (value: unknown, isAsked: boolean) => (known(value) ? isAsked : lenient);
  return (
    row.gene === asked.gene &&
    (asked.kinds === undefined || by(row.kind, isOf(row.kind, asked.kinds))) &&
    (asked.proteins === undefined || by(row.protein, isOf(row.protein, asked.proteins))) &&
    (asked.origin === undefined || by(row.origin, row.origin === asked.origin)) &&
    (asked.codons?.to === undefined || by(row.codon, Number(row.codon) <= asked.codons.to)) &&
    (asked.codons?.from === undefined ||
      by(row.last_codon, Number(row.last_codon) >= asked.codons.from)) &&
    (asked.fraction === undefined ||
      by(row.fraction, isWithin(perMille(row.fraction), asked.fraction)))
  );
};

const isFound = (asked: Variant, { variants }: Events): boolean =>
  variants.some((row) => row.result === 'FOUND' && says(asked, row, false));

const isPossible = (asked: Variant, { variants }: Events): boolean =>
  variants.some((row) => isOf(row.result, ['FOUND', 'UNCLEAR']) && says(asked, row, true));

const isTested = ({ gene, kinds, proteins = [], codons: c }: Variant, { variants }: Events) => {
  const own = variants.filter((row) => row.gene === gene);
  const forKind = (these: readonly string[]) =>
    own.some(
      (row) =>
        isOf(row.result, ['FOUND', 'NOT_FOUND']) && (!known(row.kind) || isOf(row.kind, these)),
    );
  const bySequence =
    forKind(SEQUENCE) ||
    own.some((row) => row.result === 'READ') ||
    (proteins.length === 1 &&
      own.some((row) => row.result === 'NOT_THIS' && row.protein === proteins[0]));
  if (kinds === undefined && proteins.length === 0 && c === undefined)
    return own.some((row) => isOf(row.result, ['FOUND', 'NOT_FOUND', 'READ']));
  return (kinds ?? ['SUBSTITUTION']).every((kind) =>
    isOf(kind, SEQUENCE) ? bySequence : forKind([kind]),
  );
};

const isNotFound = (asked: Variant, events: Events): boolean =>
  isTested(asked, events) && !isPossible(asked, events);

export const testing: CriterionTesting<Variant> = {
  arbitrary: fc
    .tuple(
      fc.constantFrom(...geneSymbols),
      maybe(fc.constantFrom(...VARIANT_FINDINGS.slice(1)).map((finding) => ({ finding }))),
      maybe(
        some(['SUBSTITUTION', 'DELETION', 'FUSION', 'AMPLIFICATION'] as const).map((kinds) => ({
          kinds,
        })),
      ),
      maybe(some(['L858R', 'G12D', 'E746_A750del']).map((proteins) => ({ proteins }))),
      maybe(codons.map((each) => ({ codons: each }))),
      maybe(fraction.map((each) => ({ fraction: each }))),
      maybe(fc.constantFrom({ origin: 'SOMATIC' as const }, { origin: 'GERMLINE' as const })),
    )
    .map(([gene, ...rest]): Variant => Object.assign({ gene }, ...rest)),
  holds: (asked, _, events) => {
    switch (asked.finding ?? 'FOUND') {
      case 'FOUND':
        return isFound(asked, events);
      case 'NOT_FOUND':
        return isNotFound(asked, events);
      case 'TESTED':
        return isTested(asked, events);
      case 'POSSIBLE':
        return isPossible(asked, events);
    }
  },
  denies: (asked, _, events) => {
    switch (asked.finding ?? 'FOUND') {
      case 'FOUND':
        return isNotFound(asked, events);
      case 'NOT_FOUND':
        return isFound(asked, events);
      case 'TESTED':
        return !isTested(asked, events);
      case 'POSSIBLE':
        return !isPossible(asked, events);
    }
  },
};
