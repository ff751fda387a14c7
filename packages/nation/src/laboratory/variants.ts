import { biomarkers } from './biomarkers.ts';

/** A change as sequencing says it: HGVS of MANE Select transcripts, or the two genes of a fusion. */
export interface SequencedChange {
  readonly gene: string;
  readonly hgnc: string;
  readonly protein: string | null;
  readonly coding: string | null;
  readonly transcript: string | null;
  readonly partner: string | null;
  readonly name: string | null;
  readonly copyNumber: number | null;
}

/** HUGO Gene Nomenclature Committee numbers of genes that no biomarker of the nation names. */
const HGNC: Readonly<Record<string, number>> = {
  TP53: 11998,
  PIK3CA: 8975,
  MET: 7029,
  RET: 9967,
  ERBB2: 3430,
  APC: 583,
  STK11: 11389,
  ESR1: 3467,
  SMAD4: 6770,
  ATM: 795,
  PALB2: 26144,
  KIF5B: 6324,
};

/** MANE Select transcripts (NCBI and EMBL-EBI), by HGNC symbol; from knowledge. */
const TRANSCRIPTS: Readonly<Record<string, string>> = {
  EGFR: 'NM_005228.5',
  KRAS: 'NM_004985.5',
  NRAS: 'NM_002524.5',
  BRAF: 'NM_004333.6',
  RET: 'NM_020975.6',
  IDH1: 'NM_005896.4',
  JAK2: 'NM_004972.4',
  KIT: 'NM_000222.3',
  FLT3: 'NM_004119.3',
  NPM1: 'NM_002520.7',
  TERT: 'NM_198253.3',
  BRCA1: 'NM_007294.4',
  BRCA2: 'NM_000059.4',
  TP53: 'NM_000546.6',
  PIK3CA: 'NM_006218.4',
  MET: 'NM_000245.4',
  ERBB2: 'NM_004448.4',
  APC: 'NM_000038.6',
  STK11: 'NM_000455.5',
  ESR1: 'NM_000125.4',
  SMAD4: 'NM_005359.6',
  ATM: 'NM_000051.4',
  PALB2: 'NM_024675.4',
};

const hgncOf = (gene: string): string => {
  const code = biomarkers[gene]?.code ?? (HGNC[gene] === undefined ? null : `HGNC:${HGNC[gene]}`);
  if (!code) throw new RangeError(`no HGNC number of ${gene}`);
  return code;
};

const change = (gene: string, coding: string, protein: string | null): SequencedChange => {
  const transcript = TRANSCRIPTS[gene];
  if (transcript === undefined) throw new RangeError(`no transcript of ${gene}`);
  return {
    gene,
    hgnc: hgncOf(gene),
    protein,
    coding: `${transcript}:${coding}`,
    transcript,
    partner: null,
    name: null,
    copyNumber: null,
  };
};

const NOTHING_ELSE = { protein: null, coding: null, transcript: null } as const;

const fusion = (gene: string, partner: string): SequencedChange => ({
  ...NOTHING_ELSE,
  gene,
  hgnc: hgncOf(gene),
  partner,
  name: null,
  copyNumber: null,
});

/** What a biomarker's positive words mean: `biomarker|words|coding|protein`. */
const CHANGES = `
EGFR|19外显子缺失突变|c.2235_2249del|p.Glu746_Ala750del
EGFR|21外显子L858R突变|c.2573T>G|p.Leu858Arg
EGFR|20外显子插入突变|c.2310_2311insGGT|p.Asp770_Asn771insGly
KRAS|G12D突变|c.35G>A|p.Gly12Asp
KRAS|G12V突变|c.35G>T|p.Gly12Val
KRAS|G13D突变|c.38G>A|p.Gly13Asp
KRAS|G12C突变|c.34G>T|p.Gly12Cys
NRAS|Q61R突变|c.182A>G|p.Gln61Arg
NRAS|Q61K突变|c.181C>A|p.Gln61Lys
BRAF|V600E突变|c.1799T>A|p.Val600Glu
RET|M918T突变|c.2753T>C|p.Met918Thr
IDH1|R132H突变|c.395G>A|p.Arg132His
JAK2|V617F突变|c.1849G>T|p.Val617Phe
KIT|11外显子突变|c.1676T>A|p.Val559Asp
KIT|9外显子突变|c.1504_1509dup|p.Ala502_Tyr503dup
FLT3|TKD突变|c.2503G>T|p.Asp835Tyr
NPM1|A型突变|c.860_863dup|p.Trp288CysfsTer12
TERT|C228T突变|c.-124C>T|
TERT|C250T突变|c.-146C>T|
BRCA1|致病性突变|c.5470_5477del|p.Ile1824AspfsTer3
BRCA2|致病性突变|c.3109C>T|p.Gln1037Ter
`;

const byWords: ReadonlyMap<string, SequencedChange> = new Map([
  ...CHANGES.trim()
    .split('\n')
    .map((line) => {
      const [gene = '', words = '', coding = '', protein = ''] = line.split('|');
      return [`${gene} ${words}`, change(gene, coding, protein === '' ? null : protein)] as const;
    }),
  ['ALK EML4::ALK融合', fusion('ALK', 'EML4')],
  ['ROS1 CD74::ROS1融合', fusion('ROS1', 'CD74')],
]);

/** The change that a positive result means; null where its words leave it open. */
export const changeOf = (biomarker: string, words: string): SequencedChange | null =>
  byWords.get(`${biomarker} ${words}`) ?? null;

/** A change found beside the biomarkers that were asked for. */
export interface BesideChange {
  readonly change: SequencedChange;
  /** In how many of the site group's tumours that are sequenced. */
  readonly share: number;
  /** Only where no driver was found: a tumour has one. */
  readonly drives: boolean;
}

/** `site group|gene|coding|protein|share`, with `!` a driver; shares by the order of public cohorts, their sizes ours. */
const BESIDE = `
lung|TP53|c.524G>A|p.Arg175His|0.14
lung|TP53|c.743G>A|p.Arg248Gln|0.14
lung|TP53|c.637C>T|p.Arg213Ter|0.1
lung|STK11|c.508C>T|p.Gln170Ter|0.05
lung|MET|c.3028+1G>T||!0.03
lung|ERBB2|c.2313_2324dup|p.Tyr772_Ala775dup|!0.05
colorectum|TP53|c.524G>A|p.Arg175His|0.2
colorectum|TP53|c.818G>A|p.Arg273His|0.2
colorectum|APC|c.4348C>T|p.Arg1450Ter|0.4
colorectum|PIK3CA|c.1633G>A|p.Glu545Lys|0.12
breast|PIK3CA|c.3140A>G|p.His1047Arg|0.25
breast|PIK3CA|c.1633G>A|p.Glu545Lys|0.12
breast|TP53|c.743G>A|p.Arg248Gln|0.2
ovary|TP53|c.818G>A|p.Arg273His|0.45
ovary|TP53|c.524G>A|p.Arg175His|0.35
pancreas|TP53|c.743G>A|p.Arg248Gln|0.4
pancreas|SMAD4|c.1082G>A|p.Arg361His|0.1
prostate|TP53|c.637C>T|p.Arg213Ter|0.2
brain|TP53|c.818G>A|p.Arg273His|0.3
`;

const beside: ReadonlyMap<string, readonly BesideChange[]> = (() => {
  const found = new Map<string, BesideChange[]>();
  for (const line of BESIDE.trim().split('\n')) {
    const [group = '', gene = '', coding = '', protein = '', share = ''] = line.split('|');
    const one = {
      change: change(gene, coding, protein === '' ? null : protein),
      share: Number(share.replace('!', '')),
      drives: share.startsWith('!'),
    };
    found.set(group, [...(found.get(group) ?? []), one]);
  }
  return found;
})();

export const changesBeside = (siteGroup: string): readonly BesideChange[] =>
  beside.get(siteGroup) ?? [];

/** EGFR T790M, found when a first inhibitor fails. */
export const T790M = change('EGFR', 'c.2369C>T', 'p.Thr790Met');

/** More copies of a gene than a cell has. */
export const amplified = (gene: string, copyNumber: number): SequencedChange => ({
  ...NOTHING_ELSE,
  gene,
  hgnc: hgncOf(gene),
  partner: null,
  name: `${gene} amplification`,
  copyNumber,
});

/** HGNC symbols of the biomarkers that sequencing reads. */
const SEQUENCED: ReadonlySet<string> = new Set(
  Object.entries(biomarkers)
    .filter(([key, { code }]) => code?.startsWith('HGNC:') === true && !/MGMT|BCRABL/.test(key))
    .map(([key]) => key),
);

/** Whether the test of a biomarker is one of its gene's sequence. */
export const isSequenced = (biomarker: string): boolean => SEQUENCED.has(biomarker);
