import { terms } from '../label.ts';

/**
 * Most valid basis of diagnosis. Two code lists are met in registries: the one of ENCR and IARC's
 * current recommendation (0, 1, 2, 4 to 7, 9), and the older one of CanReg and IARCcrgTools, which
 * keeps 3 (surgery or autopsy without histology) and 8 (autopsy with histology). This table
 * holds both: codes 3 and 8 belong to the older list only.
 * Sources: ENCR Recommendations, Basis of Diagnosis (1999); IARC/IACR IARCcrgTools.
 */
export const BASES_OF_DIAGNOSIS = terms([
  ['0', 'Death certificate only', '仅有死亡证明'],
  ['1', 'Clinical only', '临床'],
  ['2', 'Clinical investigation (imaging, endoscopy, ultrasound)', '临床检查（影像、内镜、超声）'],
  ['3', 'Exploratory surgery or autopsy, without histology', '手术或尸检（无病理）'],
  ['4', 'Specific tumour markers', '生化、免疫（特异性肿瘤标志物）'],
  ['5', 'Cytology', '细胞学'],
  ['6', 'Histology of a metastasis', '病理（继发）'],
  ['7', 'Histology of the primary tumour', '病理（原发）'],
  ['8', 'Autopsy with histology', '尸检（有病理）'],
  ['9', 'Unknown', '不详'],
]);

/** A case counts as microscopically verified (MV%) with cytology or histology. */
export function isMicroscopicallyVerified(basis: string): boolean {
  return basis === '5' || basis === '6' || basis === '7' || basis === '8';
}
