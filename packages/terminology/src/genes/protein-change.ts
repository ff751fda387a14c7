/** What a protein change does to the residues. */
export type ProteinChangeType =
  | 'missense'
  | 'nonsense'
  | 'frameshift'
  | 'deletion'
  | 'insertion'
  | 'duplication'
  | 'deletion-insertion'
  | 'silent'
  | 'extension';

/** A change of a protein in one-letter amino acids: `L858R`, `E746_A750del`, `K468fs`. */
export interface ProteinChange {
  /** The one writing that every other writing of the change is brought to. */
  readonly written: string;
  readonly type: ProteinChangeType;
  /** Residue before the change, one letter. */
  readonly reference: string;
  /** First and last residue concerned, counted from the first methionine. */
  readonly from: number;
  readonly to: number;
}

/** IUPAC-IUB amino acids by their three letters. */
const ONE_LETTER: Readonly<Record<string, string>> = {
  ala: 'A',
  arg: 'R',
  asn: 'N',
  asp: 'D',
  cys: 'C',
  gln: 'Q',
  glu: 'E',
  gly: 'G',
  his: 'H',
  ile: 'I',
  leu: 'L',
  lys: 'K',
  met: 'M',
  phe: 'F',
  pro: 'P',
  sec: 'U',
  ser: 'S',
  thr: 'T',
  trp: 'W',
  tyr: 'Y',
  val: 'V',
  ter: '*',
};

const THREE = new RegExp(
  `(${Object.keys(ONE_LETTER).join('|')})(?=[\\d_(*?=)]|$|[A-Z]|del|ins|dup|fs|ext)`,
  'gi',
);

/** `NP_005219.2:p.(Leu858Arg)` as `L858R`: without reference and parentheses, in one letter. */
const bare = (text: string): string => {
  const change = text
    .normalize('NFKC')
    .trim()
    .replace(/^[\w.-]+:(?=p?\.?\(?[A-Za-z*])/, '')
    .replace(/^p\.\s*/i, '')
    .replace(/^[([](.*)[)\]]$/, '$1');
  return /^(?:[A-Za-z]{3}|\*)\d/.test(change)
    ? change.replace(THREE, (three) => ONE_LETTER[three.toLowerCase()] ?? three)
    : change;
};

const AMINO = '[ACDEFGHIKLMNPQRSTUVWY]';
const END = '[*X]';
const RANGE = `(${AMINO})(\\d{1,5})(?:_(${AMINO})(\\d{1,5}))?`;
const form = (pattern: string): RegExp => new RegExp(`^${pattern}$`, 'i');

const SUBSTITUTION = form(`(${AMINO})(\\d{1,5})(${AMINO})`);
const NONSENSE = form(`(${AMINO})(\\d{1,5})${END}`);
const FRAMESHIFT = form(`(${AMINO})(\\d{1,5})(?:${AMINO})?fs(?:${END}?(?:\\d+|\\?))?`);
const SILENT = form(`(${AMINO})(\\d{1,5})=`);
const EXTENSION = form(`([*XM])(\\d{1,5})(?:${AMINO})?ext.*`);
const DELETION = form(`${RANGE}del(?:${AMINO}+)?`);
const DUPLICATION = form(`${RANGE}dup(?:${AMINO}+)?`);
const INSERTION = form(`${RANGE}ins(${AMINO}+|\\d+)`);
const REPLACED = form(`${RANGE}(?:del(?:${AMINO}+)?ins|>)(${AMINO}+${END}?|${END})`);

const rangeOf = (match: RegExpExecArray) => {
  const [, first = '', from = '', last, to] = match;
  const reference = first.toUpperCase();
  const begin = `${reference}${from}`;
  const end = last === undefined || to === from ? '' : `_${last.toUpperCase()}${to}`;
  return { reference, from: Number(from), to: Number(to ?? from), written: begin + end };
};

const ofRange = (
  match: RegExpExecArray,
  type: ProteinChangeType,
  ending: string,
): ProteinChange => {
  const range = rangeOf(match);
  return { ...range, type, written: range.written + ending };
};

/**
 * A protein change as written: HGVS in one or three letters, with or without reference, `p.` and parentheses, or as older
 * reports and knowledge bases write it (`W1815X`, `K468FS`, `E746_T751>I`). Residues that a deletion lists again and where a
 * frame ends are left out: they say the same change. Null where it is none.
 */
export const proteinChangeOf = (text: string): ProteinChange | null => {
  const change = bare(text);
  const at = (pattern: RegExp): RegExpExecArray | null => pattern.exec(change);
  const single = (
    match: RegExpExecArray,
    type: ProteinChangeType,
    ending: string,
  ): ProteinChange => {
    const [, residue = '', position = ''] = match;
    const reference = residue.toUpperCase();
    const place = Number(position);
    return { reference, from: place, to: place, type, written: `${reference}${place}${ending}` };
  };
  const substitution = at(SUBSTITUTION);
  if (substitution !== null && !/x$/i.test(change)) {
    const to = (substitution[3] ?? '').toUpperCase();
    return substitution[1]?.toUpperCase() === to
      ? single(substitution, 'silent', to)
      : single(substitution, 'missense', to);
  }
  const nonsense = at(NONSENSE);
  if (nonsense !== null) return single(nonsense, 'nonsense', '*');
  const frameshift = at(FRAMESHIFT);
  if (frameshift !== null) return single(frameshift, 'frameshift', 'fs');
  const silent = at(SILENT);
  if (silent !== null) return single(silent, 'silent', '=');
  const extension = at(EXTENSION);
  if (extension !== null) return single(extension, 'extension', 'ext');
  // Before deletions: in capitals, `INS` would read as three residues deleted.
  const replaced = at(REPLACED);
  if (replaced !== null)
    return ofRange(
      replaced,
      'deletion-insertion',
      `delins${(replaced[5] ?? '').toUpperCase().replace('X', '*')}`,
    );
  const deletion = at(DELETION);
  if (deletion !== null) return ofRange(deletion, 'deletion', 'del');
  const duplication = at(DUPLICATION);
  if (duplication !== null) return ofRange(duplication, 'duplication', 'dup');
  const insertion = at(INSERTION);
  if (insertion !== null)
    return ofRange(insertion, 'insertion', `ins${(insertion[5] ?? '').toUpperCase()}`);
  return null;
};

/** Whether a change ends the protein early. */
export const isTruncating = ({ type }: ProteinChange): boolean =>
  type === 'nonsense' || type === 'frameshift';
