import { column, personKey, type Table } from './columns.ts';
import { ofCases, since } from './event-columns.ts';

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
