import { terms } from '../label.ts';

/** Specimen types, by HL7 v2 table 0487 code (TISS and TUMOR are mCODE's). */
export const SPECIMEN_TYPES = terms([
  ['TUMOR', 'Tumour tissue', '肿瘤组织'],
  ['TISS', 'Tissue', '组织'],
  ['BLD', 'Whole blood', '全血'],
  ['PLAS', 'Plasma', '血浆'],
  ['SER', 'Serum', '血清'],
  ['BON', 'Bone', '骨'],
  ['MAR', 'Bone marrow', '骨髓'],
  ['CSF', 'Cerebrospinal fluid', '脑脊液'],
  ['PLR', 'Pleural fluid', '胸腔积液'],
  ['PRT', 'Peritoneal fluid (ascites)', '腹腔积液（腹水）'],
  ['UR', 'Urine', '尿液'],
  ['STL', 'Stool', '粪便'],
  ['SPT', 'Sputum', '痰'],
  ['SAL', 'Saliva', '唾液'],
  ['CVX', 'Cervix', '宫颈'],
  ['FNA', 'Fine needle aspirate', '细针穿刺物'],
]);

/** What a specimen is derived into: the forms a biobank keeps. */
export const SPECIMEN_FORMS = terms([
  ['fresh', 'Fresh', '新鲜'],
  ['frozen', 'Fresh frozen', '冷冻'],
  ['ffpe-block', 'Formalin-fixed paraffin-embedded block', '石蜡包埋组织块'],
  ['slide', 'Slide', '切片'],
  ['dna', 'DNA', 'DNA'],
  ['rna', 'RNA', 'RNA'],
  ['ctdna', 'Cell-free DNA', '游离DNA'],
  ['pbmc', 'Peripheral blood mononuclear cells', '外周血单个核细胞'],
  ['buffy-coat', 'Buffy coat', '白膜层'],
]);
