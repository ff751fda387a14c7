import { parseMorphology } from '../icd-o-3/codes.ts';
import { icd10Behaviour, parseIcd10 } from './icd-10.ts';

/** What one code says where a sender writes several together. */
export interface WrittenTogether {
  /** Every code of ICD-10, in the order written. */
  readonly diseases: readonly string[];
  /** Every morphology of ICD-O-3: 8140/3. */
  readonly morphologies: readonly string[];
  /** What is neither a code nor words beside it, as written. */
  readonly notRead: readonly string[];
}

/** `M81400/3`, `M8140/3`, `8140/3`, `M81400/3x001`: a histology is known by its behaviour, since M81.40 is a disease. */
const MORPHOLOGY =
  /(?:M[- ]?|(?<![0-9A-Z./]))[89]\d{3}\d?(?:X\d+)?\/\d{1,2}(?:X\d+)?(?![0-9A-Z/]|-\d)/g;

/** What stands between codes: signs, and words in Chinese. */
const BETWEEN = /[\s+*†,;、|/\\^()&_[\]【】:]|\p{Script=Han}/u;

/** `C34.-`, and a sign that led to a morphology. */
const plain = (piece: string): string => piece.replace(/[.-]+$/, '');

/**
 * Reads a code of ICD-10 that holds several, as front pages of China's hospitals write it: `C34.101+M8140/3`,
 * `C34.900 M81400/3`, `C34.9 肺恶性肿瘤`. A code with a question mark names nothing: it is a suspicion.
 */
export function writtenTogether(text: string): WrittenTogether {
  const said = text
    .normalize('NFKC')
    .replace(/[。·]/g, '.')
    .replace(/\s*([./])\s*/g, '$1')
    .trim()
    .toUpperCase();
  if (said.includes('?')) return { diseases: [], morphologies: [], notRead: [said] };
  const morphologies: string[] = [];
  const diseases: string[] = [];
  const notRead: string[] = [];
  const rest = said.replace(MORPHOLOGY, (found) => {
    const read = parseMorphology(found);
    if (read === null) notRead.push(found);
    else morphologies.push(read.code);
    return ' ';
  });
  for (const piece of rest.split(BETWEEN).map(plain)) {
    if (piece === '') continue;
    const read = parseIcd10(piece);
    if (read === null) notRead.push(piece);
    else diseases.push(read.code);
  }
  return { diseases, morphologies, notRead };
}

/** Whether a code is a tumour of ICD-10 and its morphology in one: it looks like a code of no other system. */
export const isTumourWithMorphology = (text: string): boolean => {
  if (!text.includes('/') && !text.includes('／')) return false;
  const { diseases, morphologies, notRead } = writtenTogether(text);
  return (
    notRead.length === 0 &&
    morphologies.length > 0 &&
    diseases.some((code) => icd10Behaviour(code) !== null)
  );
};
