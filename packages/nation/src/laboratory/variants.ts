import { biomarkers } from './biomarkers.ts';

/** What sequencing says of a biomarker's positive result: HGVS of MANE Select transcripts, or the two genes of a fusion. */
export interface SequencedChange {
  readonly kind: 'substitution' | 'deletion' | 'insertion' | 'duplication' | 'fusion';
  readonly protein: string | null;
  readonly coding: string | null;
  readonly transcript: string | null;
  readonly partner: string | null;
}

const change = (
  kind: SequencedChange['kind'],
  transcript: string,
  coding: string,
  protein: string,
): SequencedChange => ({
  kind,
  protein,
  coding: `${transcript}:${coding}`,
  transcript,
  partner: null,
});

const fusion = (partner: string): SequencedChange => ({
  kind: 'fusion',
  protein: null,
  coding: null,
  transcript: null,
  partner,
});

/** By biomarker, then by the words of its result. */
const CHANGES: Readonly<Record<string, Readonly<Record<string, SequencedChange>>>> = {
  EGFR: {
    '19外显子缺失突变': change('deletion', 'NM_005228.5', 'c.2235_2249del', 'p.Glu746_Ala750del'),
    '21外显子L858R突变': change('substitution', 'NM_005228.5', 'c.2573T>G', 'p.Leu858Arg'),
    '20外显子插入突变': change(
      'insertion',
      'NM_005228.5',
      'c.2310_2311insGGT',
      'p.Asp770_Asn771insGly',
    ),
  },
  KRAS: {
    G12D突变: change('substitution', 'NM_004985.5', 'c.35G>A', 'p.Gly12Asp'),
    G12V突变: change('substitution', 'NM_004985.5', 'c.35G>T', 'p.Gly12Val'),
    G13D突变: change('substitution', 'NM_004985.5', 'c.38G>A', 'p.Gly13Asp'),
    G12C突变: change('substitution', 'NM_004985.5', 'c.34G>T', 'p.Gly12Cys'),
  },
  NRAS: {
    Q61R突变: change('substitution', 'NM_002524.5', 'c.182A>G', 'p.Gln61Arg'),
    Q61K突变: change('substitution', 'NM_002524.5', 'c.181C>A', 'p.Gln61Lys'),
  },
  BRAF: { V600E突变: change('substitution', 'NM_004333.6', 'c.1799T>A', 'p.Val600Glu') },
  RET: { M918T突变: change('substitution', 'NM_020975.6', 'c.2753T>C', 'p.Met918Thr') },
  IDH1: { R132H突变: change('substitution', 'NM_005896.4', 'c.395G>A', 'p.Arg132His') },
  JAK2: { V617F突变: change('substitution', 'NM_004972.4', 'c.1849G>T', 'p.Val617Phe') },
  ALK: { 'EML4::ALK融合': fusion('EML4') },
  ROS1: { 'CD74::ROS1融合': fusion('CD74') },
};

/** The change that a positive result means; null where its words leave it open. */
export const changeOf = (biomarker: string, words: string): SequencedChange | null =>
  CHANGES[biomarker]?.[words] ?? null;

/** HGNC symbols of the biomarkers that sequencing reads. */
const SEQUENCED: ReadonlySet<string> = new Set(
  Object.entries(biomarkers)
    .filter(([key, { code }]) => code?.startsWith('HGNC:') === true && !/MGMT|BCRABL/.test(key))
    .map(([key]) => key),
);

/** Whether the test of a biomarker is one of its gene's sequence. */
export const isSequenced = (biomarker: string): boolean => SEQUENCED.has(biomarker);
