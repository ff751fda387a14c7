import { type Label, terms } from '../label.ts';
import { own } from '../lookup/own.ts';

/** The IARC's code of the most valid basis of diagnosis of a tumour. */
export type BasisOfDiagnosis = '0' | '1' | '2' | '4' | '5' | '6' | '7' | '9';

/** The platform's address of the code system, where a code of it stands in FHIR. */
export const BASIS_OF_DIAGNOSIS_SYSTEM = 'urn:nodp:iarc-basis-of-diagnosis';

/**
 * Bases of diagnosis from the least to the most valid, 9 unknown. Source: IARC/IACR and ENCR, Standards and
 * Guidelines for Cancer Registration in Europe (IARC Technical Publication 40, 2003), and ICD-O-3, table 28; the
 * Chinese words are those of the Chinese cancer registries' guideline.
 */
export const BASES_OF_DIAGNOSIS = terms([
  ['0', 'Death certificate only', '仅有死亡医学证明（DCO）'],
  ['1', 'Clinical only', '仅临床诊断'],
  [
    '2',
    'Clinical investigation (imaging, endoscopy, exploration)',
    '临床检查（影像、内镜、手术探查）',
  ],
  ['4', 'Specific tumour markers', '特异性肿瘤标志物（生化、免疫）'],
  ['5', 'Cytology', '细胞学'],
  ['6', 'Histology of a metastasis', '转移灶组织学'],
  ['7', 'Histology of the primary', '原发灶组织学'],
  ['9', 'Unknown', '不详'],
]);

const CODES: ReadonlyMap<string, Label> = new Map(
  [...BASES_OF_DIAGNOSIS].map(([code, { label }]) => [code, label]),
);

export const basisOfDiagnosisLabel = (code: string): Label | null => CODES.get(code) ?? null;

/**
 * Codes of older lists that say what a code of today says. 3, surgery or autopsy without histology, is a clinical
 * investigation (ENCR 1999); 8, autopsy with histology, is histology of the primary (ICD-O-3).
 */
const OLDER: Readonly<Record<string, BasisOfDiagnosis>> = { '3': '2', '8': '7' };

/** A basis of diagnosis as the IARC codes it, codes of older lists among them; null where it is none. */
export const basisOfDiagnosis = (code: string): BasisOfDiagnosis | null => {
  const known = own(OLDER, code.trim()) ?? code.trim();
  return CODES.has(known) ? (known as BasisOfDiagnosis) : null;
};

/**
 * Germany's oBDS codes of `Diagnosesicherung`: the IARC's, with 7.1 to 7.3 for a histology with cytogenetics,
 * immunophenotyping or molecular genetics beside it. Source: Einheitlicher onkologischer Basisdatensatz, oBDS 3.0.
 */
export const basisOfObds = (code: string): BasisOfDiagnosis | null =>
  /^7\.[123]$/.test(code.trim()) ? '7' : basisOfDiagnosis(code);
