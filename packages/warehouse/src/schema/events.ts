import { column, personKey, type Table } from './columns.ts';

const since = (name: string, source: string, what: string, zh: string) =>
  column(
    name,
    'integer',
    source,
    `Days from the person's first diagnosis to ${what}; negative before it, null where not known to the month.`,
    `自首次诊断至${zh}的天数；早于诊断为负，日期未知至月时为空。`,
    { unit: 'd' },
  );

/** Which of a person's cases an event is of, or may be of. */
const ofCases = (source: string, what: string, zh: string) => [
  column(
    'first_case',
    'smallint',
    source,
    `The case that the ${what} is of, where that is known: the one it was said to be for, or of a treatment the only one at the body site; null where it is not.`,
    `该${zh}所属的病例序号（已注明所针对的病例，或治疗部位仅有一个病例者）；不详时为空。`,
  ),
  column(
    'last_case',
    'smallint',
    source,
    `The last of the person's cases that the ${what} may be of: where \`first_case\` is null, none that was diagnosed more than 90 days after it; null where it may be of any.`,
    `该${zh}可能所属的最末病例序号：first_case为空时，诊断晚于其90天以上的病例除外；可属任一病例时为空。`,
  ),
];

export const persons: Table = {
  name: 'persons',
  description: {
    en: 'One row a person who has a case.',
    zh: '每行一名有病例的个人。',
  },
  columns: [
    personKey,
    column('sex', 'text', 'patients.patient.sex', 'Sex.', '性别。', {
      codes: 'FEMALE, MALE, OTHER, UNKNOWN',
    }),
    column('cases', 'smallint', null, 'How many cases the person has.', '病例数。'),
    column(
      'first_year',
      'smallint',
      'patients.tumour.diagnosed_on',
      'Year of the first diagnosis.',
      '首次诊断年份。',
      { unit: 'a' },
    ),
    column('vital_status', 'text', 'patients.patient.vital_status', 'Vital status.', '生存状态。', {
      codes: 'ALIVE, DEAD, UNKNOWN',
    }),
    column(
      'followup_days',
      'integer',
      'patients.patient.died_on, last_contact_on',
      "Days from the person's first diagnosis to death or last contact.",
      '自首次诊断至死亡或末次联系的天数。',
      { unit: 'd' },
    ),
  ],
};

export const treatments: Table = {
  name: 'treatments',
  description: {
    en: 'One row a treatment of a person: an operation, a course of radiotherapy, a drug. What several institutions reported alike (kind, drug and start) is one row.',
    zh: '每行一人的一项治疗：一次手术、一个放疗疗程或一种药物。多家机构上报的相同治疗（类别、药物、开始时间）合并为一行。',
  },
  columns: [
    personKey,
    column('kind', 'text', 'patients.treatment.kind', 'Kind of treatment.', '治疗类别。', {
      codes: 'SURGERY, RADIOTHERAPY, SYSTEMIC, OTHER',
    }),
    column(
      'drug',
      'text',
      'patients.treatment.drug, display',
      'Drug, by its name; where no code names it, `sent:` and the name it was sent with, if ten persons or more share that.',
      '药物（按通用名）；术语集未收录者为sent:加所报名称（须为10人及以上所共有）。',
      { codes: '@nodp/terminology drugs (INN)' },
    ),
    column(
      'atc',
      'text',
      'patients.treatment.drug',
      'ATC code of the drug, of its group where it has no code of the fifth level.',
      '药物的ATC编码；无第五级编码者为其所属组。',
      { codes: 'ATC' },
    ),
    column(
      'regimen',
      'text',
      'patients.treatment.drug, started_on',
      'Regimen that the drugs begun on the same day make up, where they make up exactly one of the list.',
      '同日开始的药物恰好组成的方案。',
      { codes: '@nodp/terminology regimens' },
    ),
    column(
      'line',
      'smallint',
      'patients.treatment.line',
      'Line of systemic treatment.',
      '全身治疗线数。',
    ),
    column('intent', 'text', 'patients.treatment.intent_code', 'Intent.', '治疗意图。', {
      codes: 'curative, palliative, …',
    }),
    since('start_days', 'patients.treatment.started_on', 'its start', '治疗开始'),
    column(
      'duration_days',
      'integer',
      'patients.treatment.ended_on',
      'Days from start to end.',
      '持续天数。',
      { unit: 'd' },
    ),
    column(
      'dose',
      'double',
      'patients.treatment.total_dose_centigray',
      'Total dose of radiotherapy.',
      '放疗总剂量。',
      { unit: 'cGy' },
    ),
    column(
      'fractions',
      'smallint',
      'patients.treatment.fractions',
      'Fractions of radiotherapy.',
      '放疗分割次数。',
    ),
    since(
      'local_failure_days',
      'imaging.lesion',
      'the first failure in the field of radiotherapy or at its margin (rule first-failure); null where none is recorded',
      '放疗野内或边缘首次失败',
    ),
    since(
      'local_followed_days',
      'imaging.lesion',
      'the last day on which a lesion was examined after radiotherapy; null where none was',
      '放疗后末次病灶评估',
    ),
    ...ofCases('patients.treatment.tumour_source_id, started_on', 'treatment', '治疗'),
  ],
};

export const biomarkers: Table = {
  name: 'biomarkers',
  description: {
    en: "One row a test of a person's tumour for a biomarker.",
    zh: '每行一人肿瘤的一项生物标志物检测。',
  },
  columns: [
    personKey,
    column(
      'biomarker',
      'text',
      'specimens.biomarker.code, display',
      'Biomarker; where no code names it, `sent:` and the name it was sent with, if ten persons or more share that, else null.',
      '生物标志物；术语集未收录者为sent:加所报名称（须为10人及以上所共有，否则为空）。',
      { codes: '@nodp/terminology biomarkers (HGNC symbols)' },
    ),
    column('finding', 'text', 'specimens.biomarker.finding', 'Finding.', '结果。', {
      codes: 'positive, negative, equivocal',
    }),
    column(
      'value',
      'double',
      'specimens.biomarker.value',
      'Value, where it is a number.',
      '数值结果。',
    ),
    column('unit', 'text', 'specimens.biomarker.unit', 'Unit of the value.', '数值单位。', {
      codes: 'UCUM',
    }),
    since('tested_days', 'specimens.biomarker.tested_on', 'the test', '检测'),
    ...ofCases('specimens.biomarker.tumour_source_id, tested_on', 'test', '检测'),
  ],
};

export const variants: Table = {
  name: 'variants',
  description: {
    en: 'One row a change of a gene that was found or looked for, one a gene whose sequence was read; of a fusion one for either gene. A gene without a row was not tested as far as is known.',
    zh: '每行一项检出的或所查找的基因改变，或一个已测序的基因；融合的两个基因各一行。无记录的基因视为未知是否检测。',
  },
  columns: [
    personKey,
    column('gene', 'text', 'specimens.variant.code', 'Gene.', '基因。', {
      codes: 'HGNC symbols',
    }),
    column(
      'result',
      'text',
      'specimens.variant.presence',
      'What the result says: the change was found; none was; this one change alone was looked for and not found; it is not clear; the sequence of the gene was read (what was found in it has rows of its own).',
      '结果：检出该改变；未检出任何改变；仅针对该改变检测且未检出；结果不明确；已读取该基因序列（检出的改变另有记录）。',
      { codes: 'FOUND, NOT_FOUND, NOT_THIS, UNCLEAR, READ' },
    ),
    column(
      'kind',
      'text',
      'specimens.variant.variant_kind',
      'Kind of the change; null where it is not said.',
      '改变的类型；未注明时为空。',
      {
        codes:
          'SUBSTITUTION, INSERTION, DELETION, INDEL, DUPLICATION, SPLICE, FUSION, REARRANGEMENT, AMPLIFICATION, LOSS, EXPRESSION, METHYLATION, OTHER',
      },
    ),
    column(
      'protein',
      'text',
      'specimens.variant.protein',
      'Change of the protein in one writing, without its reference sequence.',
      '蛋白改变的统一写法，不含参考序列。',
      { codes: 'HGVS, one-letter amino acids' },
    ),
    column(
      'codon',
      'integer',
      'specimens.variant.protein',
      'First residue of the protein that the change concerns.',
      '所涉及的首个氨基酸位置。',
    ),
    column(
      'last_codon',
      'integer',
      'specimens.variant.protein',
      'Last residue of the protein that the change concerns.',
      '所涉及的末个氨基酸位置。',
    ),
    column(
      'fraction',
      'smallint',
      'specimens.variant.allele_fraction',
      'Share of the alleles that have the change, per mille.',
      '变异等位基因频率（千分比）。',
      { unit: '[ppth]' },
    ),
    column('origin', 'text', 'specimens.variant.origin', 'Origin.', '来源。', {
      codes: 'SOMATIC, GERMLINE',
    }),
    since('tested_days', 'specimens.variant.tested_on', 'the test', '检测'),
    ...ofCases('specimens.variant.tumour_source_id, tested_on', 'test', '检测'),
  ],
};

export const outcomes: Table = {
  name: 'outcomes',
  description: {
    en: 'One row an assessment of how the disease stood.',
    zh: '每行一次疾病状态评估。',
  },
  columns: [
    personKey,
    column(
      'trend',
      'text',
      'followup.disease_status.trend',
      'How the disease stood.',
      '疾病状态。',
      { codes: 'REMISSION, IMPROVED, STABLE, PROGRESSED, RECURRED, NOT_EVALUABLE' },
    ),
    since('assessed_days', 'followup.disease_status.assessed_on', 'the assessment', '评估'),
  ],
};

export const laboratory: Table = {
  name: 'laboratory',
  description: {
    en: 'One row a person and tumour marker: the series in four figures, in the usual unit of the analyte.',
    zh: '每行一人的一种肿瘤标志物：以常用单位汇总其序列。',
  },
  columns: [
    personKey,
    column('analyte', 'text', 'patients.observation.code', 'Analyte.', '检验项目。', {
      codes: 'LOINC',
    }),
    column(
      'unit',
      'text',
      'patients.observation.normal_unit',
      'Unit of the values.',
      '数值单位。',
      { codes: 'UCUM' },
    ),
    column('tests', 'integer', 'patients.observation', 'How many results.', '结果数。'),
    column(
      'first_value',
      'double',
      'patients.observation.normal_value',
      'First value.',
      '首次数值。',
    ),
    column(
      'last_value',
      'double',
      'patients.observation.normal_value',
      'Last value.',
      '末次数值。',
    ),
    column('lowest', 'double', 'patients.observation.normal_value', 'Lowest value.', '最低值。'),
    column('highest', 'double', 'patients.observation.normal_value', 'Highest value.', '最高值。'),
    since('first_days', 'patients.observation.at', 'the first result', '首次结果'),
    since('last_days', 'patients.observation.at', 'the last result', '末次结果'),
  ],
};

export const results: Table = {
  name: 'results',
  description: {
    en: 'One row a result of a laboratory test or tumour marker of a person and day, in the usual unit of the analyte: of a day the last, finals alone.',
    zh: '每行一人某日的一项检验或肿瘤标志物结果（以常用单位计）：同日取最后一次，仅取最终结果。',
  },
  columns: [
    personKey,
    column(
      'analyte',
      'text',
      'patients.observation.code',
      'Analyte: of the codes that mean it the commonest.',
      '检验项目：同一项目取最常用的代码。',
      { codes: 'LOINC' },
    ),
    column(
      'value',
      'double',
      'patients.observation.normal_value',
      "Value, in the analyte's usual unit.",
      '数值，以该项目的常用单位计。',
      { codes: '@nodp/terminology analytes (UCUM)' },
    ),
    since('result_days', 'patients.observation.at', 'the result', '检验'),
  ],
};
