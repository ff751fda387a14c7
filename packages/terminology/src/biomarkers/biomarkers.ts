import type { Label } from '../label.ts';
import { own } from '../lookup/own.ts';
import { once, rows } from '../rows.ts';

/** What a result of the marker is: a receptor's or another protein's presence, a share of cells, a variant, a score. */
export type BiomarkerKind =
  | 'receptor'
  | 'proliferation'
  | 'gene'
  | 'checkpoint'
  | 'signature'
  | 'protein'
  | 'virus';

export type Biomarker = {
  /** Stable name: HGNC gene symbol where it is a gene (`EGFR`), else the usual abbreviation (`PD-L1`). */
  readonly id: string;
  readonly kind: BiomarkerKind;
  readonly label: Label;
  /** LOINC codes that ask for it. */
  readonly loinc: readonly string[];
  /** Other spellings met in reports, lower case. */
  readonly aliases: readonly string[];
};

/**
 * `id|kind|LOINC|aliases, comma separated|English|Chinese`. LOINC: Regenstrief Institute, the codes of mCODE STU4 and
 * of the NAACCR and ICCR breast data items; genes: HGNC symbols. A gene without a LOINC code comes by 48018-6 (gene studied).
 */
const BIOMARKER_ROWS = `
ER|receptor|85337-4 16112-5 85329-1|estrogen receptor,oestrogen receptor,esr1 protein,雌激素受体|Oestrogen receptor (ER)|雌激素受体（ER）
PR|receptor|85339-0 16113-3 85325-9|progesterone receptor,pgr,孕激素受体|Progesterone receptor (PR)|孕激素受体（PR）
HER2|receptor|48676-1 85319-2 85318-4 18474-7 49683-6|erbb2,her-2,her2/neu,her2-neu,c-erbb-2,人表皮生长因子受体2|HER2 (ERBB2)|人表皮生长因子受体2（HER2）
AR|receptor||androgen receptor,雄激素受体|Androgen receptor (AR)|雄激素受体（AR）
Ki-67|proliferation|85330-9 29593-1|ki67,mib-1|Ki-67 proliferation index|Ki-67 增殖指数
EGFR|gene|21665-5 39004-7|her1,erbb1,表皮生长因子受体|EGFR|表皮生长因子受体（EGFR）
ALK|gene|78205-2|eml4-alk,间变性淋巴瘤激酶|ALK rearrangement|间变性淋巴瘤激酶（ALK）重排
ROS1|gene|||ROS1 rearrangement|ROS1 重排
RET|gene|||RET rearrangement or mutation|RET 融合或突变
MET|gene||c-met,metex14,met exon 14|MET exon 14 skipping or amplification|MET 14号外显子跳跃或扩增
NTRK|gene||ntrk1,ntrk2,ntrk3|NTRK1/2/3 fusion|NTRK1/2/3 融合
KRAS|gene||k-ras|KRAS|KRAS 基因
NRAS|gene||n-ras|NRAS|NRAS 基因
BRAF|gene||b-raf,braf v600e|BRAF|BRAF 基因
PIK3CA|gene|||PIK3CA|PIK3CA 基因
TP53|gene|||TP53|TP53 基因
p53|protein|||p53 protein|p53 蛋白
BRCA1|gene|||BRCA1|BRCA1 基因
BRCA2|gene|||BRCA2|BRCA2 基因
PALB2|gene|||PALB2|PALB2 基因
ATM|gene|||ATM|ATM 基因
HRD|signature||homologous recombination deficiency,同源重组修复缺陷|Homologous recombination deficiency (HRD)|同源重组修复缺陷（HRD）
MSI|signature|81695-9|microsatellite instability,msi-h,微卫星不稳定|Microsatellite instability (MSI)|微卫星不稳定性（MSI）
MMR|signature||mismatch repair,dmmr,pmmr,错配修复|Mismatch repair proteins (MMR)|错配修复蛋白（MMR）
TMB|signature|94076-7|tumor mutation burden,tumour mutational burden,肿瘤突变负荷|Tumour mutational burden (TMB)|肿瘤突变负荷（TMB）
PD-L1|checkpoint|83052-1 83054-7 85147-7|pdl1,cd274,程序性死亡配体1|PD-L1|程序性死亡配体1（PD-L1）
CLDN18.2|gene||claudin 18.2,cldn18|Claudin 18.2|紧密连接蛋白18.2（CLDN18.2）
FGFR2|gene|||FGFR2 fusion or rearrangement|FGFR2 融合或重排
FGFR3|gene|||FGFR3|FGFR3 基因
IDH1|gene|||IDH1|IDH1 基因
IDH2|gene|||IDH2|IDH2 基因
MGMT|gene||mgmt promoter methylation|MGMT promoter methylation|MGMT 启动子甲基化
1p/19q|gene||1p19q|1p/19q codeletion|1p/19q 联合缺失
KIT|gene||c-kit|KIT|KIT 基因
CD117|protein|||CD117 protein|CD117 蛋白
PDGFRA|gene|||PDGFRA|PDGFRA 基因
BCR-ABL1|gene||bcr-abl,bcr::abl1,philadelphia|BCR::ABL1|BCR::ABL1 融合
PML-RARA|gene||pml::rara|PML::RARA|PML::RARA 融合
FLT3|gene|||FLT3|FLT3 基因
NPM1|gene|||NPM1|NPM1 基因
JAK2|gene||jak2 v617f|JAK2|JAK2 基因
TERT|gene|||TERT promoter|TERT 启动子
p16|protein||p16ink4a|p16 protein|p16 蛋白
HPV|virus||human papillomavirus,人乳头瘤病毒|Human papillomavirus (HPV)|人乳头瘤病毒（HPV）
EBV|virus||eber,epstein-barr,eb病毒|Epstein-Barr virus (EBV)|EB 病毒（EBV）
HBV|virus||hepatitis b,hbv dna,乙肝病毒|Hepatitis B virus (HBV)|乙型肝炎病毒（HBV）
`;

const table = once(() =>
  rows(BIOMARKER_ROWS).map(
    ([id = '', kind = '', loinc = '', aliases = '', en = '', zh = '']): Biomarker => ({
      id,
      kind: kind as BiomarkerKind,
      label: { en, zh },
      loinc: loinc === '' ? [] : loinc.split(' '),
      aliases: aliases === '' ? [] : aliases.split(','),
    }),
  ),
);
const byLoinc = once(
  () => new Map(table().flatMap((b) => b.loinc.map((code) => [code, b] as const))),
);
const byName = once(
  () =>
    new Map(table().flatMap((b) => [b.id, ...b.aliases].map((name) => [fold(name), b] as const))),
);

function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_]+/g, '');
}

/** Every biomarker of the list. */
export function biomarkers(): readonly Biomarker[] {
  return table();
}

/** The biomarker a LOINC code asks for, or null. */
export function biomarkerOfLoinc(code: string): Biomarker | null {
  return byLoinc().get(code) ?? null;
}

const OF_A_GENE =
  /(?:基因|gene)(?:突变|扩增|融合|重排|mutation|amplification|fusion)?(?:检测|test(?:ing)?)?$/;
const OF_A_PROTEIN = /(?:蛋白|protein)?(?:表达|expression)?(?:\((?:ihc|免疫组化)\)|ihc|免疫组化)?$/;

/** Types and parts of the papillomavirus that tests ask for: `HPV16/18`, `HPV DNA`, `高危型HPV`, `HPV E6/E7 mRNA`. */
const HPV =
  /^(?:高危型?|hr)?hpv(?:16|18|16\/18|hr|高危型?)?(?:e6\/?e7)?(?:dna|m?rna)?(?:分型|检测)?$/;

/**
 * The biomarker of a name as written (`her-2`, `PDL1`, `雌激素受体`, `TP53基因突变`, `p53蛋白`, `P16(INK4a)`), or null: a gene's name with
 * what says that it is the gene, another's with what says that it is the protein.
 */
export function biomarkerOfName(name: string): Biomarker | null {
  const folded = fold(name);
  const whole =
    byName().get(folded) ??
    byName().get(folded.replace(/[()]/g, '')) ??
    (HPV.test(folded) ? byName().get('hpv') : undefined);
  if (whole !== undefined) return whole;
  const gene = byName().get(folded.replace(OF_A_GENE, ''));
  if (gene?.kind === 'gene') return gene;
  const protein = byName().get(folded.replace(OF_A_PROTEIN, ''));
  return protein === undefined || protein.kind === 'gene' ? null : protein;
}

export type BiomarkerResult = 'positive' | 'negative' | 'equivocal' | 'present' | 'absent';

/** Coded results: SNOMED CT qualifiers and LOINC answers of mCODE STU4. */
const RESULTS: Readonly<Record<string, BiomarkerResult>> = {
  '10828004': 'positive',
  '260385009': 'negative',
  '42425007': 'equivocal',
  '52101004': 'present',
  '2667000': 'absent',
  'LA6576-8': 'positive',
  'LA6577-6': 'negative',
  'LA11885-3': 'equivocal',
  'LA9633-4': 'present',
  'LA9634-2': 'absent',
};

export const BIOMARKER_RESULTS: Readonly<Record<BiomarkerResult, Label>> = {
  positive: { en: 'Positive', zh: '阳性' },
  negative: { en: 'Negative', zh: '阴性' },
  equivocal: { en: 'Equivocal', zh: '可疑' },
  present: { en: 'Present', zh: '检出' },
  absent: { en: 'Absent', zh: '未检出' },
};

/** Genes whose test asks for a mutation: their result is mutated or wild type, not positive or negative. */
const MUTATED = new Set(
  `EGFR KRAS NRAS BRAF PIK3CA TP53 BRCA1 BRCA2 PALB2 ATM IDH1 IDH2 KIT PDGFRA FLT3 NPM1 JAK2 TERT FGFR3`.split(
    /\s+/,
  ),
);

/** Genes whose test asks whether they are part of a fusion. */
const FUSED = new Set(['ALK', 'ROS1']);

/**
 * What the test of a gene by itself tells of: changes of its sequence, or fusions; null where it may be of either, or of
 * a protein.
 */
export function mutationShownBy(id: string): 'SEQUENCE' | 'FUSION' | null {
  return MUTATED.has(id) ? 'SEQUENCE' : FUSED.has(id) ? 'FUSION' : null;
}

const MUTATION_RESULTS: Readonly<Partial<Record<string, Label>>> = {
  positive: { en: 'Mutated', zh: '突变型' },
  present: { en: 'Mutated', zh: '突变型' },
  negative: { en: 'Wild type', zh: '野生型' },
  absent: { en: 'Wild type', zh: '野生型' },
};

const isResult = (finding: string): finding is BiomarkerResult =>
  Object.hasOwn(BIOMARKER_RESULTS, finding);

/**
 * How what a test found reads: of a gene tested for mutations `Mutated` or `Wild type`, of others `Positive` or
 * `Negative`; null where the finding is none of the known.
 * @param code LOINC or other code of the test; @param name the test's name as sent
 */
export function findingLabel(
  code: string | null,
  name: string | null,
  finding: string | null,
): Label | null {
  if (finding === null || !isResult(finding)) return null;
  const marker =
    (code === null ? null : biomarkerOfLoinc(code)) ??
    (name === null ? null : biomarkerOfName(name));
  const mutation =
    marker !== null && MUTATED.has(marker.id) ? MUTATION_RESULTS[finding] : undefined;
  return mutation ?? BIOMARKER_RESULTS[finding];
}

/** The result a coded value says, or null. */
export function biomarkerResultOf(code: string): BiomarkerResult | null {
  return own(RESULTS, code);
}
