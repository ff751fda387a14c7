import type { Label } from '@nodp/terminology';
import { geneSymbolOf } from '@nodp/terminology/genes';
import { proteinChangeOf } from '@nodp/terminology/protein-change';
import { lintCodes } from '../../criterion/codes.ts';
import { type Event, event, mayBe } from '../../criterion/event.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { boundsLabel, lintBounds } from '../../criterion/range.ts';
import { both, either, type Where } from '../../criterion/where.ts';
import { about, join, or, same } from '../../criterion/words.ts';
import {
  CHANGE_KIND_LABELS,
  type ChangeKind,
  form,
  ORIGIN_LABELS,
  VARIANT_FINDING_LABELS,
  type Variant,
  writtenProtein,
} from './form.ts';

/** Longer than the longest protein of man (titin). */
const MOST_CODONS = 40_000;

/** Changes that reading a gene's sequence shows. */
const IN_SEQUENCE: readonly ChangeKind[] = [
  'SUBSTITUTION',
  'INSERTION',
  'DELETION',
  'INDEL',
  'DUPLICATION',
  'SPLICE',
];

/** Rows of a result that say what is asked; a release has shares of alleles per mille. */
const rowsOf = (
  { gene, kinds, proteins, codons = {}, fraction = {}, origin }: Variant,
  results: readonly string[],
): Event =>
  event(
    'variants',
    {
      gene: [gene],
      result: results,
      kind: kinds,
      protein: proteins?.map(writtenProtein),
      origin: origin === undefined ? [] : [origin],
    },
    {
      // A change concerns residues from the first to the last.
      codon: { to: codons.to },
      last_codon: { from: codons.from },
      fraction: {
        from: fraction.from === undefined ? undefined : fraction.from * 10,
        to: fraction.to === undefined ? undefined : fraction.to * 10,
      },
    },
  );

/** Results that say that a gene was tested for changes of some kinds; one without a kind may be any. */
const testedFor = (gene: string, kinds: readonly ChangeKind[]): Event =>
  mayBe(event('variants', { gene: [gene], result: ['FOUND', 'NOT_FOUND'], kind: kinds }));

/**
 * Whether a gene was tested for what is asked. A sequence that was read shows no fusions and no copies; of several kinds each has
 * to be tested for. A test for one change alone tells of that one.
 */
const tested = ({ gene, kinds = [], proteins = [], codons }: Variant): Where => {
  const ofProtein = proteins.length > 0 || codons !== undefined;
  const inSequence = kinds.filter((kind) => IN_SEQUENCE.includes(kind));
  const others = kinds.filter((kind) => !IN_SEQUENCE.includes(kind));
  const parts: Where[] = others.map((kind) => testedFor(gene, [kind]));
  if (kinds.length === 0 && !ofProtein)
    parts.push(event('variants', { gene: [gene], result: ['FOUND', 'NOT_FOUND', 'READ'] }));
  else if (inSequence.length > 0 || kinds.length === 0)
    parts.push(
      either([
        testedFor(gene, IN_SEQUENCE),
        event('variants', { gene: [gene], result: ['READ'] }),
        ...(proteins.length === 1
          ? [
              event('variants', {
                gene: [gene],
                result: ['NOT_THIS'],
                protein: proteins.map(writtenProtein),
              }),
            ]
          : []),
      ]),
    );
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : both(parts);
};

const detailsOf = ({ kinds = [], proteins = [], codons, fraction, origin }: Variant): Label[] => [
  ...(origin === undefined ? [] : [ORIGIN_LABELS[origin]]),
  ...(kinds.length === 0 ? [] : [or(kinds.map((kind) => CHANGE_KIND_LABELS[kind]))]),
  ...(proteins.length === 0 ? [] : [or(proteins.map((p) => same(writtenProtein(p))))]),
  ...(codons === undefined ? [] : [about('codon ', '密码子', boundsLabel(codons))]),
  ...(fraction === undefined
    ? []
    : [about('allele fraction ', '等位基因频率', boundsLabel(fraction, '%'))]),
];

export const meaning: CriterionMeaning<Variant> = {
  lint: (value, report) => {
    const { gene, proteins = [], codons = {}, fraction = {} } = value;
    if (!form.asks(value))
      report('empty-choice', 'gene', { en: 'Name a gene.', zh: '请指定基因。' });
    else if (geneSymbolOf(null, gene) !== gene)
      report('unknown-code', 'gene', {
        en: `“${gene}” is no HGNC symbol.`,
        zh: `“${gene}”不是HGNC基因符号。`,
      });
    lintCodes(proteins, (text) => proteinChangeOf(text) !== null, report, 'proteins');
    lintBounds(codons, [1, MOST_CODONS], report, 'codons');
    lintBounds(fraction, [0, 100], report, 'fraction');
  },
  print: (value) => {
    const { gene, finding = 'FOUND' } = value;
    const details = detailsOf(value);
    const what = details.length === 0 ? [] : [about('(', '（', close(details))];
    return join([same(gene), ...what, VARIANT_FINDING_LABELS[finding]], ' ', '');
  },
  where: (value) => {
    switch (value.finding ?? 'FOUND') {
      case 'FOUND':
        return rowsOf(value, ['FOUND']);
      case 'POSSIBLE':
        return mayBe(rowsOf(value, ['FOUND', 'UNCLEAR']));
      case 'TESTED':
        return tested(value);
      case 'NOT_FOUND':
        throw new TypeError('What was not found is read by what says so.');
    }
  },
  apart: (value) => {
    const { finding = 'FOUND', ...what } = value;
    if (finding !== 'FOUND' && finding !== 'NOT_FOUND') return null;
    const found = { asks: what };
    const notFound = {
      all: [
        { asks: { ...what, finding: 'TESTED' as const } },
        { not: { asks: { ...what, finding: 'POSSIBLE' as const } } },
      ],
    };
    return finding === 'FOUND' ? { yes: found, no: notFound } : { yes: notFound, no: found };
  },
};

function close(details: readonly Label[]): Label {
  const { en, zh } = join(details, ', ', '，');
  return { en: `${en})`, zh: `${zh}）` };
}
