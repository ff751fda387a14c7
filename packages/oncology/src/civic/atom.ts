import { isTruncating } from '@nodp/terminology/protein-change';
import { type Alteration, isSequenceChange } from './alteration.ts';
import { liesInExons } from './exons.ts';

/**
 * How an alteration of the patient is the one of a profile: the same; of the category that CIViC's own names make (a codon,
 * any mutation of the gene, any partner); or of a class by exon, by a list of residues or by what it does to the protein.
 */
export type AtomTier = 'exact' | 'category' | 'class';

const sameGene = (a: Alteration, b: Alteration): boolean =>
  a.gene === b.gene && a.partner === b.partner;

/** `v` any partner, `?` a partner that is not known. */
const ANY = 'V';
const UNKNOWN = '?';

/** Whether a fusion's gene stands at the place of an atom's. */
const isPartner = (of: string | null, found: string | null): boolean => of === ANY || of === found;

const ofFusion = (atom: Alteration, found: Alteration): AtomTier | null => {
  if (!found.isFusion) return null;
  // `ALK Fusion`: the partner was not said, and may stand at either end.
  if (found.partner === null) {
    const names = [atom.gene, atom.partner];
    if (!names.includes(found.gene)) return null;
    if (names.includes(UNKNOWN)) return 'exact';
    return names.includes(ANY) ? 'category' : null;
  }
  if (atom.partner === null) {
    if (!atom.isFusion || ![found.gene, found.partner].includes(atom.gene)) return null;
    return atom.change === 'fusion' ? 'category' : 'class';
  }
  if (!isPartner(atom.gene, found.gene) || !isPartner(atom.partner, found.partner)) return null;
  // Exons named by the evidence have to be the patient's.
  if (atom.change !== 'fusion') return null;
  return 'category';
};

const EXON = /^exon (\d+)(?:-(\d+))? (.+)$/;

const fitsExonKind = (kind: string, { protein, change }: Alteration): boolean => {
  if (protein === null) return kind === 'mutation' && change !== '';
  // A deletion with an insertion is counted as whichever of the two is longer.
  const inserted = /ins([A-Z*]+)$/.exec(protein.written)?.[1]?.length ?? 0;
  const removed = protein.to - protein.from + 1;
  const net = protein.type === 'deletion-insertion' ? inserted - removed : 0;
  if (kind === 'mutation') return protein.type !== 'silent';
  if (kind === 'deletion') return protein.type === 'deletion' || net < 0;
  if (kind === 'insertion')
    return protein.type === 'insertion' || protein.type === 'duplication' || net > 0;
  if (kind === 'frameshift') return protein.type === 'frameshift';
  return false;
};

const byExon = (atom: Alteration, found: Alteration): AtomTier | null => {
  const [, first, last, kind = ''] = EXON.exec(atom.change) ?? [];
  if (first === undefined) return null;
  const own = EXON.exec(found.change);
  // The report names the exon: `exon 19 deletion` is an exon 19 mutation.
  if (own !== null) {
    const inside =
      Number(own[1]) >= Number(first) && Number(own[2] ?? own[1]) <= Number(last ?? first);
    return inside && kind === 'mutation' ? 'class' : null;
  }
  if (found.protein === null || !fitsExonKind(kind, found)) return null;
  const inside = liesInExons(atom.gene, found.protein, Number(first), Number(last ?? first));
  return inside === true ? 'class' : null;
};

/** `G12/G13`, `D835H/Y`. */
const byList = (atom: Alteration, found: Alteration): AtomTier | null => {
  if (!atom.change.includes('/') || found.protein === null) return null;
  const { reference, from, to, written, type } = found.protein;
  if (type === 'silent' || from !== to) return null;
  const residue = `${reference}${from}`.toLowerCase();
  const [first = '', ...others] = atom.change.split('/');
  const stem = /^[a-z]\d+/.exec(first)?.[0] ?? '';
  const parts = [first, ...others.map((other) => (/\d/.test(other) ? other : stem + other))];
  return parts.includes(residue) || parts.includes(written.toLowerCase()) ? 'class' : null;
};

const LOSES_FUNCTION =
  /^(?:loss-of-function|deleterious mutation|inactivating mutation|truncating mutation|frameshift truncation|frameshift)$/;

const byEffect = (atom: Alteration, found: Alteration): AtomTier | null => {
  const { protein } = found;
  if (protein !== null && LOSES_FUNCTION.test(atom.change)) {
    if (/^frameshift/.test(atom.change)) return protein.type === 'frameshift' ? 'class' : null;
    return isTruncating(protein) ? 'class' : null;
  }
  if (/^non-[a-z]\d+$/.test(atom.change) && protein !== null && protein.type !== 'silent')
    return `non-${protein.reference}${protein.from}`.toLowerCase() === atom.change ? null : 'class';
  return null;
};

/** How an alteration found is the one that an atom of a profile names; null where it is not. */
export const tierOf = (atom: Alteration, found: Alteration): AtomTier | null => {
  if (sameGene(atom, found) && atom.change === found.change && atom.change !== '') return 'exact';
  if (atom.isFusion || found.isFusion) return ofFusion(atom, found);
  if (!sameGene(atom, found)) return null;
  const { protein } = found;
  if (
    /^[a-z]\d+$/.test(atom.change) &&
    protein?.type === 'missense' &&
    `${protein.reference}${protein.from}`.toLowerCase() === atom.change
  )
    return 'category';
  if (atom.change === 'mutation' && isSequenceChange(found)) return 'category';
  return byExon(atom, found) ?? byList(atom, found) ?? byEffect(atom, found);
};
