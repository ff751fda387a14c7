/**
 * Terms of the biobank. Sample types, storage temperatures and uses are those of MIABIS (Sample 1.1, Core 3.0, all lists;
 * github.com/BBMRI-ERIC/miabis); their codes here are the platform's own.
 */

export interface Term {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

const terms = (rows: readonly (readonly [string, string, string])[]): readonly Term[] =>
  rows.map(([code, en, zh]) => ({ code, en, zh }));

/** MIABIS-SAMPLE-02. */
export const SAMPLE_TYPES = terms([
  ['TISSUE_FROZEN', 'Tissue (fresh frozen)', '组织（新鲜冰冻）'],
  ['TISSUE_FIXED', 'Tissue (fixed)', '组织（固定）'],
  ['WHOLE_BLOOD', 'Whole blood', '全血'],
  ['PLASMA', 'Plasma', '血浆'],
  ['SERUM', 'Serum', '血清'],
  ['BUFFY_COAT', 'Buffy coat', '白膜层'],
  ['PBMC', 'Peripheral blood mononuclear cells (PBMC)', '外周血单个核细胞'],
  ['RED_BLOOD_CELLS', 'Red blood cells', '红细胞'],
  ['WHOLE_BLOOD_DRIED', 'Whole blood, dried', '干血斑'],
  ['BONE_MARROW_ASPIRATE', 'Bone marrow aspirate', '骨髓穿刺液'],
  ['BONE_MARROW_PLASMA', 'Bone marrow plasma', '骨髓血浆'],
  ['BONE_MARROW_WHOLE', 'Bone marrow, whole', '骨髓'],
  ['DNA', 'DNA', 'DNA'],
  ['RNA', 'RNA', 'RNA'],
  ['PROTEIN', 'Protein', '蛋白质'],
  ['EXOSOMES', 'Isolated or enriched exosomes', '外泌体'],
  ['TUMOUR_CELL', 'Isolated tumour cell', '分离的肿瘤细胞'],
  ['PRIMARY_CELLS', 'Primary cells', '原代细胞'],
  ['CANCER_CELL_LINES', 'Cancer cell lines', '肿瘤细胞系'],
  ['IMMORTALIZED_CELL_LINES', 'Immortalized cell lines', '永生化细胞系'],
  ['ORGANOIDS', 'Organoids', '类器官'],
  ['STEM_CELLS', 'Stem cells (and iPS cells)', '干细胞（含iPS细胞）'],
  ['FIBROBLASTS', 'Fibroblasts', '成纤维细胞'],
  ['URINE', 'Urine', '尿液'],
  ['URINE_SEDIMENT', 'Urine sediment', '尿沉渣'],
  ['FAECES', 'Faeces', '粪便'],
  ['SALIVA', 'Saliva', '唾液'],
  ['SPUTUM', 'Sputum', '痰液'],
  ['ASCITES', 'Ascites fluid', '腹水'],
  ['PLEURAL_FLUID', 'Pleural fluid', '胸水'],
  ['PERICARDIAL_FLUID', 'Pericardial fluid', '心包液'],
  ['CEREBROSPINAL_FLUID', 'Cerebrospinal fluid', '脑脊液'],
  ['BRONCHOALVEOLAR_LAVAGE', 'Bronchoalveolar lavage', '支气管肺泡灌洗液'],
  ['BODY_CAVITY_FLUID', 'Body cavity fluid', '体腔液'],
  ['BILE', 'Bile', '胆汁'],
  ['GASTRIC_FLUID', 'Gastric fluid', '胃液'],
  ['NASAL_WASHING', 'Nasal washing', '鼻腔冲洗液'],
  ['SYNOVIAL_FLUID', 'Synovial fluid', '关节液'],
  ['SWAB', 'Swab', '拭子'],
  ['BONE', 'Bone', '骨'],
  ['HAIR', 'Hair', '毛发'],
  ['POST_MORTEM_TISSUE', 'Post-mortem tissue', '尸检组织'],
  ['OTHER', 'Other', '其他'],
]);

export interface Storage extends Term {
  /** Degrees Celsius, inclusive; null where the term says no bound. */
  readonly min: number | null;
  readonly max: number | null;
}

const storage = (
  code: string,
  en: string,
  zh: string,
  min: number | null,
  max: number | null,
): Storage => ({ code, en, zh, min, max });

/** MIABIS-SAMPLE-03; what is not below −135 °C is no vapour phase, and nitrogen boils at −196 °C. */
export const STORAGE_TEMPERATURES: readonly Storage[] = [
  storage('RT', 'Room temperature', '室温', 15, 30),
  storage('FRIDGE', '2 °C to 10 °C', '2 °C 至 10 °C', 2, 10),
  storage('FREEZER_20', '−18 °C to −35 °C', '−18 °C 至 −35 °C', -35, -18),
  storage('FREEZER_80', '−60 °C to −85 °C', '−60 °C 至 −85 °C', -85, -60),
  storage('BELOW_135', 'Below −135 °C', '低于 −135 °C', null, -135),
  storage('LN_VAPOUR', 'Liquid nitrogen, vapour phase', '液氮气相', null, -135),
  storage('LN_LIQUID', 'Liquid nitrogen, liquid phase', '液氮液相', null, -190),
  storage('OTHER', 'Other', '其他', null, null),
];

/** What a consent may cover: MIABIS use conditions, with research at home. */
export const USES = terms([
  ['RESEARCH', 'Research', '科学研究'],
  ['SPECIFIC_RESEARCH', 'The research named alone', '限定研究'],
  ['GENETIC', 'Genetic data use', '遗传数据使用'],
  ['COLLABORATION', 'Collaboration', '合作研究'],
  ['COMMERCIAL', 'Commercial use', '商业用途'],
  ['ABROAD', 'Use abroad', '境外使用'],
  ['XENOGRAFT', 'Xenograft', '异种移植模型'],
]);

export const PRESERVATIONS = terms([
  ['FRESH', 'Fresh', '新鲜'],
  ['SNAP_FROZEN', 'Snap frozen', '速冻'],
  ['CRYOPRESERVED', 'Cryopreserved', '冷冻保存'],
  ['FROZEN', 'Frozen', '冷冻'],
  ['FFPE', 'Formalin-fixed, paraffin-embedded', '福尔马林固定石蜡包埋'],
  ['RNA_STABILISED', 'RNA stabilised', 'RNA稳定液保存'],
  ['EDTA', 'EDTA', 'EDTA抗凝'],
  ['DRIED', 'Dried', '干燥'],
  ['OTHER', 'Other', '其他'],
]);

export const PROCEDURES = terms([
  ['SURGERY', 'Operation', '手术'],
  ['BIOPSY', 'Biopsy', '活检'],
  ['VENEPUNCTURE', 'Venepuncture', '静脉采血'],
  ['ASPIRATION', 'Aspiration', '穿刺'],
  ['VOIDED', 'Voided or passed', '自然排出'],
  ['AUTOPSY', 'Autopsy', '尸检'],
  ['OTHER', 'Other', '其他'],
]);

/** UCUM units in which amounts are counted: mass, volume, cells, pieces. */
export const UNITS = ['mg', 'ug', 'ng', 'mL', 'uL', '10*6', '{piece}'] as const;

const known = (list: readonly Term[]) => {
  const codes = new Set(list.map(({ code }) => code));
  return (code: string): boolean => codes.has(code);
};
export const isSampleType = known(SAMPLE_TYPES);
export const isUse = known(USES);
export const isPreservation = known(PRESERVATIONS);
export const isProcedure = known(PROCEDURES);
export const isUnit = (unit: string): boolean => (UNITS as readonly string[]).includes(unit);
export const storageOf = (code: string): Storage | null =>
  STORAGE_TEMPERATURES.find((term) => term.code === code) ?? null;

/**
 * The form of a SPREC code: seven elements of one to three capital letters or digits, joined by hyphens. What the elements say is
 * the site's to know: the tables of SPREC are not the platform's to give.
 */
export const isSprec = (code: string): boolean => /^[A-Z0-9]{1,3}(-[A-Z0-9]{1,3}){6}$/.test(code);
