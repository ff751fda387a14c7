import { variantKindOf } from '@nodp/oncology/variant-kind';
import type { Course } from '../course/course.ts';
import type { BiomarkerResult, Care } from '../course/treatment.ts';
import {
  amplified,
  changeOf,
  changesBeside,
  isSequenced,
  type SequencedChange,
  T790M,
} from '../laboratory/variants.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { workday } from '../time/workdays.ts';
import { coded, inWords } from './records.ts';
import { LOINC } from './systems.ts';
import type { View, Writer } from './writer.ts';

const GENES = 'http://www.genenames.org/geneId';

interface Found {
  readonly change: SequencedChange;
  readonly origin: 'somatic' | 'germline';
}

interface Test {
  readonly key: string;
  readonly view: View;
  readonly day: Day;
  readonly method: string;
  /** The sender's key of what was tested; null of plasma, and of tissue of another hospital. */
  readonly specimen: string | null;
  readonly genes: readonly string[];
  readonly found: readonly Found[];
  /** Of the alleles those that are the tumour's, on average. */
  readonly purity: number;
}

const fraction = (random: Random, { origin, change }: Found, purity: number): number | null => {
  if (change.partner !== null || change.copyNumber !== null) return null;
  const share =
    origin === 'germline'
      ? 0.46 + 0.09 * random.unit()
      : Math.max(0.004, Math.min(0.92, purity * Math.exp(0.45 * random.normal())));
  return Math.round(share * 1000) / 1000;
};

const kinds = new WeakMap<SequencedChange, ReturnType<typeof variantKindOf>>();

/** The kind that intake reads from the same words; a change is one object wherever it is found. */
const kindOf = (change: SequencedChange): ReturnType<typeof variantKindOf> => {
  let found = kinds.get(change);
  if (found === undefined) {
    const { gene, partner, protein, coding, name } = change;
    found = variantKindOf({
      codes: [],
      words: ['Present', name].filter(Boolean).join(' '),
      partner: partner === null ? null : gene,
      protein,
      coding,
    });
    kinds.set(change, found);
  }
  return found;
};

const write = (random: Random, writer: Writer, test: Test): void => {
  const { view, day, key } = test;
  const method = inWords(test.method);
  const at = { method, specimen: test.specimen, tested: onDay(day), tumour: null };
  writer.add('genomic-test', view, 'Observation', key, day + 9, {
    ...at,
    what: coded(LOINC, '53041-0', '基因检测范围'),
    genes: [...new Set(test.genes)].sort(),
    region: null,
  });
  for (const [n, one] of test.found.entries()) {
    const {
      gene: symbol,
      hgnc,
      partner,
      protein,
      coding,
      transcript,
      name,
      copyNumber,
    } = one.change;
    const gene = coded(GENES, hgnc, symbol);
    writer.add('variant', view, 'Observation', `${key}-${n + 1}-${symbol.toLowerCase()}`, day + 9, {
      ...at,
      gene: partner === null ? gene : inWords(partner),
      partner: partner === null ? null : gene,
      variantKind: kindOf(one.change),
      presence: 'present',
      protein,
      coding,
      genomic: null,
      transcript,
      name,
      copyNumber,
      alleleFraction: fraction(random, one, test.purity),
      origin: one.origin,
    });
  }
};

/** What the biomarkers that were sequenced mean, and the changes found beside them; a gene once. */
const foundOf = (
  random: Random,
  { cancer }: Course,
  sequenced: readonly BiomarkerResult[],
  results: readonly BiomarkerResult[],
): Found[] => {
  const found: Found[] = [];
  for (const { biomarker, positive, words } of sequenced) {
    const change = positive ? changeOf(biomarker, words) : null;
    if (change === null) continue;
    const inherited = biomarker.startsWith('BRCA') && random.chance(0.75);
    found.push({ change, origin: inherited ? 'germline' : 'somatic' });
  }
  let driven = found.length > 0;
  for (const { change, share, drives } of changesBeside(cancer.group)) {
    if ((drives && driven) || found.some((one) => one.change.gene === change.gene)) continue;
    if (!random.chance(share)) continue;
    driven ||= drives;
    found.push({ change, origin: 'somatic' });
  }
  const her2 = results.find(({ biomarker }) => biomarker === 'HER2')?.positive === true;
  if (her2 && !found.some(({ change }) => change.gene === 'ERBB2'))
    found.push({ change: amplified('ERBB2', 6 + random.below(14)), origin: 'somatic' });
  return found;
};

const INHIBITORS: ReadonlySet<string> = new Set(['L01EB01', 'L01EB02', 'icotinib']);

/** Plasma is read again when a first inhibitor of EGFR fails: half have T790M beside what they had. */
const writeResistance = (
  random: Random,
  writer: Writer,
  course: Course,
  care: Care,
  genes: readonly string[],
  found: readonly Found[],
): void => {
  const { relapse, end } = course;
  const driver = found.find(({ change }) => change.gene === 'EGFR');
  const failed = care.systemic.find(
    ({ line, regimen }) => line !== null && regimen.drugs.some((key) => INHIBITORS.has(key)),
  );
  if (driver === undefined || failed === undefined || relapse === null) return;
  const day = workday(relapse + 5);
  if (failed.from >= relapse || day >= end || !random.chance(0.7)) return;
  write(random, writer, {
    key: 'plasma',
    view: writer.at(day),
    day,
    method: '血浆ctDNA二代测序（NGS）',
    specimen: null,
    genes,
    found: random.chance(0.5) ? [driver, { change: T790M, origin: 'somatic' }] : [driver],
    purity: 0.05,
  });
};

/**
 * What sequencing of the tumour says beside the biomarkers: the genes it covered, and each change that was found, with its
 * share of alleles; and what plasma says when a first inhibitor fails.
 */
export const writeSequencing = (
  random: Random,
  writer: Writer,
  view: View,
  course: Course,
  care: Care,
  tested: Day,
  biopsy: string,
): void => {
  const sequenced = care.biomarkers.filter(({ biomarker }) => isSequenced(biomarker));
  if (sequenced.length === 0) return;
  // A small panel reads no more than what was asked for.
  const wide = random.chance(0.6);
  const beside = wide ? changesBeside(course.cancer.group).map(({ change }) => change.gene) : [];
  const stained = care.biomarkers.some(({ biomarker }) => biomarker === 'HER2');
  const copies = wide && stained ? ['ERBB2'] : [];
  const genes = [...sequenced.map(({ biomarker }) => biomarker), ...beside, ...copies];
  const all = foundOf(random, course, sequenced, care.biomarkers);
  const found = all.filter(({ change }) => genes.includes(change.gene));
  write(random, writer, {
    key: 'sequencing',
    view,
    day: tested,
    method: wide ? '二代测序（NGS）大panel' : '二代测序（NGS）',
    specimen: view === writer.views[0] ? biopsy : null,
    genes,
    found,
    purity: 0.28,
  });
  writeResistance(random, writer, course, care, genes, found);
};
