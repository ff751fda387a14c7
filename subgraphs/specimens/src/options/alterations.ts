import { proteinChangeOf } from '@nodp/oncology';
import { type Biomarker, biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import { geneSymbolOf } from '@nodp/terminology/genes';
import type { biomarker } from '../kinds/biomarker/table.ts';
import type { variant } from '../kinds/variant/table.ts';

type VariantRow = Pick<
  typeof variant.$inferSelect,
  | 'code'
  | 'display'
  | 'partnerCode'
  | 'partnerDisplay'
  | 'variantKind'
  | 'presence'
  | 'protein'
  | 'coding'
  | 'name'
>;
type BiomarkerRow = Pick<
  typeof biomarker.$inferSelect,
  'code' | 'display' | 'resultDisplay' | 'finding' | 'value' | 'unit' | 'comparator'
>;

/** What a record says of the tumour, as CIViC writes it. */
export interface Said {
  readonly found: readonly string[];
  readonly absent: readonly string[];
  /** Genes whose sequence was read. */
  readonly tested: readonly string[];
}

const NOTHING: Said = { found: [], absent: [], tested: [] };

const EXON_ZH = /(\d+)\s*号?\s*外显子\s*(缺失|插入|跳跃|突变)/;
const EXON_EN = /exon\s*(\d+)\s*(deletion|del|insertion|ins|skipping|mutation)/i;
const EXON_KINDS: Readonly<Record<string, string>> = {
  缺失: 'Deletion',
  deletion: 'Deletion',
  del: 'Deletion',
  插入: 'Insertion',
  insertion: 'Insertion',
  ins: 'Insertion',
  跳跃: 'Skipping Mutation',
  skipping: 'Skipping Mutation',
  突变: 'Mutation',
  mutation: 'Mutation',
};

/** The change that words name: a protein change, an exon, two genes, or a kind; null where they name none. */
const changeIn = (gene: string, words: string): string | null => {
  const joined = /([A-Z][A-Z0-9-]*)::([A-Z][A-Z0-9-]*)/.exec(words);
  if (joined !== null) return `${joined[1]}::${joined[2]} Fusion`;
  const exon = EXON_ZH.exec(words) ?? EXON_EN.exec(words);
  const token = words
    .split(/[\s,;，；、()（）]+/)
    .map((part) => part.replace(/^p\./, '').replace(/(?:突变|阳性)?(?:型)?$/, ''))
    .map((part) => /[A-Z]\d+(?:_[A-Z]\d+)?(?:[A-Z*]|del\w*|ins\w*|dup\w*|fs\S*)$/.exec(part)?.[0])
    .find((part) => part !== undefined && proteinChangeOf(part) !== null);
  if (token !== undefined) return `${gene} ${token}`;
  if (exon !== null) return `${gene} Exon ${exon[1]} ${EXON_KINDS[(exon[2] ?? '').toLowerCase()]}`;
  if (/\bITD\b/.test(words)) return `${gene} ITD`;
  if (/amplif|扩增/i.test(words)) return `${gene} Amplification`;
  if (/fusion|rearrang|融合|重排/i.test(words)) return `${gene} Fusion`;
  return null;
};

const OF_KIND: Readonly<Record<string, string>> = {
  amplification: 'Amplification',
  loss: 'Loss',
  fusion: 'Fusion',
  rearrangement: 'Fusion',
};

/** The writings under which evidence may name a variant. */
const writingsOf = (row: VariantRow): string[] => {
  const gene = geneSymbolOf(row.code, row.display);
  if (gene === null) return [];
  const partner = geneSymbolOf(row.partnerCode, row.partnerDisplay);
  if (partner !== null) return [`${gene}::${partner} Fusion`];
  const named = row.name === null ? null : changeIn(gene, row.name);
  const protein =
    row.protein !== null && proteinChangeOf(row.protein) !== null ? `${gene} ${row.protein}` : null;
  const ofKind = row.variantKind === null ? undefined : OF_KIND[row.variantKind];
  // A splice variant has no protein change of its own: evidence names it by its DNA.
  const dna = row.coding === null ? null : `${gene} ${row.coding.replace(/^[^:]*:/, '')}`;
  const all = [
    protein,
    ofKind === undefined ? null : `${gene} ${ofKind}`,
    named,
    protein === null ? dna : null,
  ].filter((writing) => writing !== null);
  return all.length > 0 ? [...new Set(all)] : [`${gene} Mutation`];
};

/** What a variant's record says. One that is neither found nor absent says nothing. */
export const saidByVariant = (row: VariantRow): Said => {
  const writings = writingsOf(row);
  if (row.presence === 'present') return { ...NOTHING, found: writings };
  return row.presence === 'absent' ? { ...NOTHING, absent: writings } : NOTHING;
};

/** Of these a positive result without more is a rearrangement, and a negative one says nothing of the sequence. */
const REARRANGED = new Set(['ALK', 'ROS1', 'NTRK', 'FGFR2']);
const JOINED: Readonly<Record<string, string>> = {
  'BCR-ABL1': 'BCR::ABL1 Fusion',
  'PML-RARA': 'PML::RARA Fusion',
};
/** Mutations per megabase from which a burden is high (FDA 2020, KEYNOTE-158). */
const HIGH_BURDEN = 10;

const PROTEINS: Readonly<Record<string, string>> = { HER2: 'ERBB2', 'PD-L1': 'CD274' };

const ofSignature = (marker: Biomarker, row: BiomarkerRow): Said => {
  const words = row.resultDisplay ?? '';
  if (marker.id === 'MSI') {
    if (/MSI-?H|高度不稳定|high/i.test(words) || row.finding === 'positive')
      return { ...NOTHING, found: ['MSI High'] };
    return row.finding === 'negative' || /MSS|MSI-?L|稳定/i.test(words)
      ? { ...NOTHING, absent: ['MSI High'] }
      : NOTHING;
  }
  if (marker.id === 'TMB') {
    const high =
      row.value === null
        ? /TMB-?H|high|高/i.test(words)
        : row.value >= HIGH_BURDEN && row.comparator !== '<';
    if (high) return { ...NOTHING, found: ['TMB High'] };
    return row.value === null && words === '' ? NOTHING : { ...NOTHING, absent: ['TMB High'] };
  }
  return NOTHING;
};

const ofProtein = (marker: Biomarker, row: BiomarkerRow): Said => {
  const gene = PROTEINS[marker.id];
  if (gene === undefined) return NOTHING;
  const words = row.resultDisplay ?? '';
  const amplified = /FISH.*(?:\+|扩增|阳性|amplif|positive)|扩增|amplif/i.test(words);
  const finding = marker.id === 'HER2' ? `${gene} Overexpression` : `${gene} Expression`;
  if (row.finding === 'positive')
    return { ...NOTHING, found: [amplified ? `${gene} Amplification` : finding] };
  return row.finding === 'negative' ? { ...NOTHING, absent: [finding] } : NOTHING;
};

/** What a biomarker's result says: of a gene its words, else no more than mutated or wild type. */
export const saidByBiomarker = (row: BiomarkerRow): Said => {
  const marker =
    (row.code === null ? null : biomarkerOfLoinc(row.code)) ?? biomarkerOfName(row.display ?? '');
  if (marker !== null && marker.kind === 'signature') return ofSignature(marker, row);
  if (marker !== null && marker.kind !== 'gene') return ofProtein(marker, row);
  const gene =
    marker?.id ?? (/^HGNC:/.test(row.code ?? '') ? geneSymbolOf(row.code, row.display) : null);
  if (gene === null) return NOTHING;
  const joined = JOINED[gene];
  if (joined !== undefined)
    return row.finding === 'positive'
      ? { ...NOTHING, found: [joined] }
      : row.finding === 'negative'
        ? { ...NOTHING, absent: [joined] }
        : NOTHING;
  if (gene === 'MGMT')
    return row.finding === 'positive'
      ? { ...NOTHING, found: ['MGMT Promoter Methylation'] }
      : NOTHING;
  const rearranged = REARRANGED.has(gene);
  if (row.finding === 'negative')
    return rearranged
      ? { ...NOTHING, absent: [`${gene} Fusion`] }
      : { ...NOTHING, absent: [gene], tested: [] };
  if (row.finding !== 'positive') return NOTHING;
  const named = changeIn(gene, row.resultDisplay ?? '');
  return { ...NOTHING, found: [named ?? `${gene} ${rearranged ? 'Fusion' : 'Mutation'}`] };
};
