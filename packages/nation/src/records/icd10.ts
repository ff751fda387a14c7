/** ICD-10 by ICD-O-3 histology, where ICD-10 goes by histology. */
const BY_HISTOLOGY: Readonly<Record<string, string>> = {
  9650: 'C81.9',
  9651: 'C81.4',
  9652: 'C81.2',
  9659: 'C81.0',
  9663: 'C81.1',
  9591: 'C85.9',
  9673: 'C83.1',
  9680: 'C83.3',
  9690: 'C82.9',
  9699: 'C88.4',
  9702: 'C84.4',
  9719: 'C86.0',
  9731: 'C90.3',
  9732: 'C90.0',
  9823: 'C91.1',
  9836: 'C91.0',
  9837: 'C91.0',
  9861: 'C92.0',
  9867: 'C92.5',
  9874: 'C92.0',
  9866: 'C92.4',
  9875: 'C92.1',
  9800: 'C95.9',
  9801: 'C95.0',
  9950: 'D45',
  9961: 'D47.4',
  9962: 'D47.3',
  9983: 'D46.2',
  9985: 'D46.7',
  9989: 'D46.9',
};

/** Sites of ICD-10 that have no fourth character. */
const WHOLE = new Set([
  'C07',
  'C12',
  'C19',
  'C20',
  'C23',
  'C37',
  'C52',
  'C56',
  'C58',
  'C61',
  'C64',
  'C65',
  'C66',
  'C73',
]);

/** The ICD-10 code of a primary cancer coded in ICD-O-3. */
export const icd10Of = (topography: string, morphology: string): string => {
  const byHistology = BY_HISTOLOGY[morphology.slice(0, 4)];
  if (byHistology !== undefined) return byHistology;
  const site = topography.slice(0, 3);
  if (/^87[2-9]/.test(morphology) && site === 'C44') return `C43${topography.slice(3)}`;
  if (morphology.startsWith('905')) return site === 'C48' ? 'C45.1' : 'C45.0';
  if (morphology.startsWith('9140')) return site === 'C44' ? 'C46.0' : 'C46.1';
  return WHOLE.has(site) ? site : topography;
};

/** What ICD-10 calls the places metastases lie in. */
export const METASTASES: Readonly<Record<string, string>> = {
  'C77.0': '头面颈部淋巴结继发恶性肿瘤',
  'C77.1': '胸内淋巴结继发恶性肿瘤',
  'C77.2': '腹腔内淋巴结继发恶性肿瘤',
  'C77.4': '腹股沟和下肢淋巴结继发恶性肿瘤',
  'C77.5': '盆腔内淋巴结继发恶性肿瘤',
  'C78.0': '肺继发恶性肿瘤',
  'C78.2': '胸膜继发恶性肿瘤',
  'C78.6': '腹膜后和腹膜继发恶性肿瘤',
  'C78.7': '肝继发恶性肿瘤',
  'C79.3': '脑和脑膜继发恶性肿瘤',
  'C79.4': '神经系统其他部位继发恶性肿瘤',
  'C79.5': '骨和骨髓继发恶性肿瘤',
  'C79.6': '卵巢继发恶性肿瘤',
  'C79.7': '肾上腺继发恶性肿瘤',
};
