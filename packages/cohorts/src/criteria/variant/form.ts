import type { Label } from '@nodp/terminology';
import { proteinChangeOf } from '@nodp/terminology/protein-change';
import * as v from 'valibot';
import { members, parts, sorted, wellFormed } from '../../criterion/codes-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { type Bounds, boundsSchema, readBounds, writeBounds } from '../../criterion/range-form.ts';
import { escaped, unescaped } from '../../criterion/sent-name.ts';

/**
 * What is known of the change: it was found; the gene was tested and it was not; the gene was tested, whatever was found; it was
 * found, or something that may be it.
 */
export const VARIANT_FINDINGS = ['FOUND', 'NOT_FOUND', 'TESTED', 'POSSIBLE'] as const;
export type VariantFinding = (typeof VARIANT_FINDINGS)[number];

export const VARIANT_FINDING_LABELS: Readonly<Record<VariantFinding, Label>> = {
  FOUND: { en: 'found', zh: '检出' },
  NOT_FOUND: { en: 'tested, not found', zh: '已检测，未检出' },
  TESTED: { en: 'tested', zh: '已检测' },
  POSSIBLE: { en: 'found or not ruled out', zh: '检出或不能排除' },
};

export const CHANGE_KINDS = [
  'SUBSTITUTION',
  'INSERTION',
  'DELETION',
  'INDEL',
  'DUPLICATION',
  'SPLICE',
  'FUSION',
  'REARRANGEMENT',
  'AMPLIFICATION',
  'LOSS',
  'EXPRESSION',
  'METHYLATION',
  'OTHER',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_KIND_LABELS: Readonly<Record<ChangeKind, Label>> = {
  SUBSTITUTION: { en: 'substitution', zh: '点突变' },
  INSERTION: { en: 'insertion', zh: '插入' },
  DELETION: { en: 'deletion', zh: '缺失' },
  INDEL: { en: 'deletion–insertion', zh: '缺失插入' },
  DUPLICATION: { en: 'duplication', zh: '重复' },
  SPLICE: { en: 'splice change', zh: '剪接改变' },
  FUSION: { en: 'fusion', zh: '融合' },
  REARRANGEMENT: { en: 'rearrangement', zh: '重排' },
  AMPLIFICATION: { en: 'amplification', zh: '扩增' },
  LOSS: { en: 'loss of copies', zh: '拷贝数缺失' },
  EXPRESSION: { en: 'changed expression', zh: '表达改变' },
  METHYLATION: { en: 'methylation', zh: '甲基化' },
  OTHER: { en: 'other change', zh: '其他改变' },
};

export const ORIGINS = ['SOMATIC', 'GERMLINE'] as const;
export type Origin = (typeof ORIGINS)[number];

export const ORIGIN_LABELS: Readonly<Record<Origin, Label>> = {
  SOMATIC: { en: 'somatic', zh: '体细胞' },
  GERMLINE: { en: 'germline', zh: '胚系' },
};

/** A change of a gene that is all of what is given. */
export interface Variant {
  /** HGNC symbol; empty where none is chosen yet. */
  gene: string;
  /** `FOUND` where left out. */
  finding?: VariantFinding;
  kinds?: ChangeKind[];
  /** HGVS of the protein in one or three letters: `L858R`, `p.Leu858Arg`. */
  proteins?: string[];
  /** Residues of the protein, of which the change concerns one or more. */
  codons?: Bounds;
  /** Share of alleles in per cent. */
  fraction?: Bounds;
  origin?: Origin;
}

type Sent = Pick<Variant, 'gene'> & {
  readonly [Field in keyof Variant]?: Variant[Field] | null | undefined;
};

const isBounded = (bounds: Bounds | null | undefined): bounds is Bounds =>
  bounds != null && (bounds.from !== undefined || bounds.to !== undefined);

/** Without what asks nothing. */
const given = ({ gene, finding, kinds, proteins, codons, fraction, origin }: Sent): Variant => ({
  gene,
  ...(finding == null || finding === 'FOUND' ? {} : { finding }),
  ...(kinds && kinds.length > 0 ? { kinds } : {}),
  ...(proteins && proteins.length > 0 ? { proteins } : {}),
  ...(isBounded(codons) ? { codons } : {}),
  ...(isBounded(fraction) ? { fraction } : {}),
  ...(origin == null ? {} : { origin }),
});

/** The one writing of a protein change; as it stands where it is none. */
export const writtenProtein = (text: string): string => proteinChangeOf(text)?.written ?? text;

const GENE = /^[A-Za-z][A-Za-z0-9-]{0,19}$/;
const PROTEIN = /^[A-Za-z0-9*?=_>.()-]{2,60}$/;

const spelled = (value: string): string => value.toLowerCase().replaceAll('_', '-');
const after = (texts: readonly string[], prefix: string): string[] =>
  texts.filter((text) => text.startsWith(prefix)).map((text) => text.slice(prefix.length));
const boundsAfter = (texts: readonly string[], prefix: string): Bounds | null => {
  const [text] = after(texts, prefix);
  return text === undefined ? null : readBounds(text);
};

/** In an address: `EGFR,not-found,kind.substitution,protein.L858R,codon.858,vaf.5-,somatic`. */
export const form: CriterionForm<Variant> = {
  name: { en: 'Gene change', zh: '基因变异' },
  detail: {
    en: 'found, or tested and not found; of an untested gene neither is so',
    zh: '检出，或已检测而未检出；未检测的基因两者皆不成立',
  },
  schema: v.pipe(
    v.object({
      gene: v.string(),
      finding: v.nullish(v.picklist(VARIANT_FINDINGS)),
      kinds: v.nullish(v.array(v.picklist(CHANGE_KINDS))),
      proteins: v.nullish(v.array(v.string())),
      codons: v.nullish(boundsSchema),
      fraction: v.nullish(boundsSchema),
      origin: v.nullish(v.picklist(ORIGINS)),
    }),
    v.transform(given),
  ),
  blank: { gene: '' },
  asks: ({ gene }) => gene !== '',
  canonical: ({ kinds = [], proteins = [], ...rest }) =>
    given({ ...rest, kinds: sorted(kinds), proteins: sorted(proteins.map(writtenProtein)) }),
  write: (value) => {
    const { gene, finding, kinds = [], proteins = [], codons, fraction, origin } = given(value);
    return gene === ''
      ? ''
      : [
          gene,
          ...(finding === undefined ? [] : [spelled(finding)]),
          ...kinds.map((kind) => `kind.${spelled(kind)}`),
          ...proteins.map((protein) => `protein.${escaped(protein)}`),
          ...(codons === undefined ? [] : [`codon.${writeBounds(codons)}`]),
          ...(fraction === undefined ? [] : [`vaf.${writeBounds(fraction)}`]),
          ...(origin === undefined ? [] : [spelled(origin)]),
        ].join(',');
  },
  read: (text) => {
    const [gene = '', ...rest] = parts(text);
    if (!GENE.test(gene)) return { gene: '' };
    const proteins = after(rest, 'protein.').map((protein) => unescaped(protein) ?? '');
    return given({
      gene,
      finding: members(rest, VARIANT_FINDINGS, spelled)[0],
      kinds: members(after(rest, 'kind.'), CHANGE_KINDS),
      proteins: wellFormed(proteins, (protein) => PROTEIN.test(protein)),
      codons: boundsAfter(rest, 'codon.'),
      fraction: boundsAfter(rest, 'vaf.'),
      origin: members(rest, ORIGINS)[0],
    });
  },
};
