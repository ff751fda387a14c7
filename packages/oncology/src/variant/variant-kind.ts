import { proteinChangeOf } from '@nodp/terminology/protein-change';

/** What kind of alteration of a gene it is. */
export const VARIANT_KINDS = [
  'substitution',
  'insertion',
  'deletion',
  'indel',
  'duplication',
  'splice',
  'fusion',
  'rearrangement',
  'amplification',
  'loss',
  'expression',
  'methylation',
  'other',
] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** Sequence Ontology (LOINC 48019-4) and LOINC answers of amino acid change (48006-1). */
const BY_CODE: Readonly<Record<string, VariantKind>> = {
  'SO:0001483': 'substitution',
  'SO:1000002': 'substitution',
  'SO:0002007': 'substitution',
  'SO:0000667': 'insertion',
  'SO:0000159': 'deletion',
  'SO:1000032': 'indel',
  'SO:1000035': 'duplication',
  'SO:0001742': 'amplification',
  'SO:0001743': 'loss',
  'SO:0001019': 'other',
  'SO:0001565': 'fusion',
  'SO:0000199': 'rearrangement',
  'SO:1000036': 'rearrangement',
  'LA9658-1': 'substitution',
  'LA6690-7': 'substitution',
  'LA6692-3': 'deletion',
  'LA6687-3': 'insertion',
  'LA6688-1': 'indel',
  'LA6686-5': 'duplication',
  'LA6698-0': 'substitution',
  'LA6699-8': 'substitution',
};

/** The first that the words say; fusions before amplifications, because both may stand in one sentence of one finding. */
const BY_WORDS: readonly (readonly [RegExp, VariantKind])[] = [
  [/::|fusion|融合/i, 'fusion'],
  [/rearrang|translocat|重排|易位/i, 'rearrangement'],
  [/amplif|copy (number )?gain|扩增|拷贝数增加/i, 'amplification'],
  [/overexpress|underexpress|expression|过表达|表达/i, 'expression'],
  [/methylat|甲基化/i, 'methylation'],
  [/splice|skipping|剪接|跳跃/i, 'splice'],
  [/copy (number )?loss|homozygous deletion|deep deletion|纯合缺失|拷贝数缺失|\bloss\b/i, 'loss'],
  [/delins|indel|缺失插入/i, 'indel'],
  [/internal tandem duplication|\bITD\b|dup|重复/i, 'duplication'],
  [/insertion|\bins\b|插入/i, 'insertion'],
  [/deletion|\bdel\b|缺失/i, 'deletion'],
  [/missense|nonsense|substitution|\bSNV\b|\bSNP\b|错义|无义|点突变/i, 'substitution'],
];

const OF_PROTEIN = {
  missense: 'substitution',
  nonsense: 'substitution',
  silent: 'substitution',
  extension: 'other',
  frameshift: 'indel',
  deletion: 'deletion',
  insertion: 'insertion',
  duplication: 'duplication',
  'deletion-insertion': 'indel',
} as const;

/** By the ending of a DNA change: HGVS `c.`. */
const ofCoding = (change: string): VariantKind | null => {
  // A position with an offset of one or two lies in a splice site.
  if (/\d[+-][12](?!\d)/.test(change)) return 'splice';
  if (/del.*ins/.test(change)) return 'indel';
  if (/>/.test(change)) return 'substitution';
  if (/dup/.test(change)) return 'duplication';
  if (/ins/.test(change)) return 'insertion';
  if (/del/.test(change)) return 'deletion';
  return null;
};

/**
 * What kind of alteration a report says: by the code of the change, the partner, words, or the HGVS of the protein and of
 * the DNA. Null where nothing says it.
 */
export const variantKindOf = (said: {
  readonly codes?: readonly string[];
  readonly words?: string | null;
  readonly partner?: string | null;
  readonly protein?: string | null;
  readonly coding?: string | null;
}): VariantKind | null => {
  const { codes = [], words = null, partner = null, protein = null, coding = null } = said;
  if (partner !== null) return 'fusion';
  for (const code of codes) {
    const kind = BY_CODE[code];
    if (kind !== undefined && kind !== 'other') return kind;
  }
  const change = protein === null ? null : proteinChangeOf(protein);
  if (change !== null) return OF_PROTEIN[change.type];
  const byWords =
    words === null ? undefined : BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  return byWords ?? (coding === null ? null : ofCoding(coding));
};
