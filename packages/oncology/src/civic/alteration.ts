import { type ProteinChange, proteinChangeOf } from '@nodp/terminology/protein-change';

/** What is altered: a gene's change, or two genes joined. */
export interface Alteration {
  /** As written, blanks in order. */
  readonly text: string;
  /** HGNC symbol, upper case; of a fusion the one at the 5′ end. `V` and `?` stand for any and for an unknown partner. */
  readonly gene: string;
  /** Of a fusion the gene at the 3′ end. */
  readonly partner: string | null;
  /** What follows the gene, brought to one writing. */
  readonly change: string;
  readonly protein: ProteinChange | null;
  readonly isFusion: boolean;
}

/** One writing of the words behind a gene: `Exon 19 del` is `exon 19 deletion`. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^p\.\s*/, '')
    .replace(/\bdel$/, 'deletion')
    .replace(/\bins$/, 'insertion')
    .replace(/\bamp$/, 'amplification')
    .replace(/\bwild[- ]type$/, 'wildtype');

const EXONS = /^e\d+::e\d+$/;

/** Reads `EGFR L858R`, `EML4::ALK Fusion`, `ALK Fusion`, `TMB High`; a gene alone has no change. */
export const alterationOf = (written: string): Alteration => {
  const text = written.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const [first = '', ...rest] = text.split(' ');
  const [gene = '', partner = null] = first.split('::');
  const words = rest.join(' ');
  const protein = partner === null ? proteinChangeOf(words) : null;
  const change = protein?.written ?? plain(words);
  return {
    text,
    gene: gene.toUpperCase(),
    partner: partner === null ? null : partner.toUpperCase(),
    change: partner !== null && change === '' ? 'fusion' : change,
    protein,
    isFusion:
      partner !== null ||
      /^(fusion|rearrangement|translocation)$/.test(change) ||
      EXONS.test(change),
  };
};

/** Whether a change is one of the gene's sequence, which sequencing of the gene finds. */
export const isSequenceChange = ({ isFusion, protein, change }: Alteration): boolean =>
  !isFusion &&
  (protein !== null
    ? protein.type !== 'silent'
    : /mutation|deletion$|insertion$|duplication|\bitd\b|^viii$|splice|skipping|frameshift|frame shift|truncat|loss-of-function|gain-of-function|inactivation|non-v600|^[a-z]\d+(?:\/|$)|^c\.|[a-z]\d+[a-z]\/[a-z]$/.test(
        change,
      ) && !/expression|underexpression/.test(change));
