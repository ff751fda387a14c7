/** A test of tumour tissue: a gene by its HGNC number, an antigen or instability by LOINC. */
export interface Biomarker {
  /** Null where the test has only a name. */
  readonly system: string | null;
  readonly code: string | null;
  readonly zh: string;
  /** How a positive result reads, one drawn of several. */
  readonly positive: readonly string[];
  readonly negative: string;
  /** Reported as per cent of cells: the spread around `positive`'s share. */
  readonly percent: boolean;
}

const HGNC = 'http://www.genenames.org/geneId';
const LOINC = 'http://loinc.org';

const gene = (number: number, zh: string, positive: string): Biomarker => ({
  system: HGNC,
  code: `HGNC:${number}`,
  zh,
  positive: positive.split(';'),
  negative: '野生型',
  percent: false,
});
const stain = (
  loinc: string | null,
  zh: string,
  positive = '阳性(+);阳性(++);阳性(+++)',
): Biomarker => ({
  system: loinc === null ? null : LOINC,
  code: loinc,
  zh,
  positive: positive.split(';'),
  negative: '阴性(-)',
  percent: false,
});

/** Genes by HUGO Gene Nomenclature Committee number, antigens by LOINC. */
export const biomarkers: Readonly<Record<string, Biomarker>> = {
  EGFR: gene(3236, 'EGFR', '19外显子缺失突变;21外显子L858R突变;20外显子插入突变'),
  ALK: gene(427, 'ALK', 'EML4::ALK融合'),
  ROS1: gene(10261, 'ROS1', 'CD74::ROS1融合'),
  KRAS: gene(6407, 'KRAS', 'G12D突变;G12V突变;G13D突变;G12C突变'),
  NRAS: gene(7989, 'NRAS', 'Q61R突变;Q61K突变'),
  BRAF: gene(1097, 'BRAF', 'V600E突变'),
  BRCA1: gene(1100, 'BRCA1', '致病性突变'),
  BRCA2: gene(1101, 'BRCA2', '致病性突变'),
  KIT: gene(6342, 'KIT', '11外显子突变;9外显子突变'),
  RET: gene(9967, 'RET', 'M918T突变'),
  IDH1: gene(5382, 'IDH1', 'R132H突变'),
  MGMT: {
    ...gene(7059, 'MGMT', '甲基化阳性'),
    negative: '未甲基化',
  },
  TERT: gene(11730, 'TERT', 'C228T突变;C250T突变'),
  FLT3: gene(3765, 'FLT3', 'ITD突变;TKD突变'),
  NPM1: gene(7910, 'NPM1', 'A型突变'),
  JAK2: gene(6192, 'JAK2', 'V617F突变'),
  BCRABL: { ...gene(1014, 'BCR-ABL1', '阳性'), negative: '阴性' },
  ER: stain('85337-4', '雌激素受体'),
  PR: stain('85339-0', '孕激素受体'),
  HER2: stain('85319-2', 'HER2', '阳性(3+);FISH扩增'),
  PDL1: stain('85147-7', 'PD-L1', '阳性(TPS≥1%);阳性(TPS≥50%)'),
  CD20: stain(null, 'CD20'),
  CD30: stain(null, 'CD30'),
  HPV16: stain(null, 'HPV', '16型阳性'),
  EBER: stain(null, 'EBER', '原位杂交阳性(+)'),
  MSI: { ...stain('81695-9', '微卫星不稳定', 'MSI-H'), negative: 'MSS' },
  KI67: { ...stain('85330-9', 'Ki-67', '阳性'), percent: true },
};

export const biomarker = (key: string): Biomarker => {
  const found = biomarkers[key];
  if (found === undefined) throw new RangeError(`no biomarker ${key}`);
  return found;
};
