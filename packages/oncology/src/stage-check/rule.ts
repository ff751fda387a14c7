import type { Label } from '@nodp/terminology';
import { count, date, flag, number, text } from '../registry/fields.ts';
import { clinicalRule, decided } from '../registry/rule.ts';
import { partialDateOf, STAGED_FIELDS, stagedOf } from '../stage-group/written.ts';
import type { Sourced } from './facts.ts';
import { checkStage, STAGE_CHECK_VERSION } from './stage-check.ts';

const FIELDS = {
  ...STAGED_FIELDS,
  group: text('stage group as sent', '送达的分期组'),
  other_group: text(
    'another group sent of the same tumour and classification',
    '同一肿瘤同一分期类别的另一分期组',
  ),
  assessed: date('date of the assessment', '分期评估日期'),
  size_mm: number('greatest dimension in mm', '最大径（mm）', 0, 1000),
  nodes_positive: count('involved regional nodes', '阳性区域淋巴结数', 200),
  operated: flag('whether a resection is recorded', '是否记录切除手术'),
  operation: date('date of the resection', '切除手术日期'),
  treated_before: flag(
    'whether systemic treatment or radiotherapy is recorded before',
    '此前是否记录全身治疗或放疗',
  ),
  metastasis: flag('whether a distant metastasis is recorded', '是否记录远处转移'),
};

const sourced = <Value>(value: Value | null, en: string, zh: string): Sourced<Value> | null =>
  value === null ? null : { value, source: { en, zh } };

const line = (sentence: Label, sources: readonly Label[]): Label => ({
  en: `${sentence.en} [${sources.map(({ en }) => en).join('; ')}]`,
  zh: `${sentence.zh}［${sources.map(({ zh }) => zh).join('；')}］`,
});

export const STAGE_CHECK = clinicalRule({
  id: 'stage-check',
  version: STAGE_CHECK_VERSION,
  title: { en: 'Cross-checks of a stage as sent', zh: '送达分期的交叉核对' },
  source:
    'AJCC Cancer Staging Manual, 8th edition (2017), chapter 1 and the T and N of its chapters',
  sourceInChinese: 'AJCC癌症分期手册第8版（2017）第1章及各章节的T、N定义',
  mark: 'known',
  population: null,
  fields: FIELDS,
  outputs: ['findings'],
  decide: (given) => {
    const staged = stagedOf(given);
    const nothing = staged.chapters === null && staged.topography === null;
    if (nothing)
      return {
        value: null,
        explanation: [{ en: 'Needs: site or topography.', zh: '缺少：章节或部位编码。' }],
        missing: ['site', 'topography'],
        notApplicable: null,
      };
    const operation = partialDateOf(given.operation);
    const operations =
      operation !== null
        ? [{ value: operation, source: { en: 'operation', zh: '手术' } }]
        : given.operated === false
          ? []
          : null;
    const other = sourced(given.other_group, 'other stage', '另一分期');
    const findings = checkStage({
      ...staged,
      assessed: partialDateOf(given.assessed),
      group: sourced(given.group, 'stage group as sent', '送达的分期组'),
      categorySource: { en: 'T, N and M as sent', zh: '送达的T、N、M' },
      sizeMm: sourced(given.size_mm, 'size', '大小'),
      nodesPositive: sourced(given.nodes_positive, 'nodes', '淋巴结'),
      operations,
      treatedBefore: given.treated_before,
      metastasis: sourced(given.metastasis, 'metastases recorded', '已记录的转移'),
      otherGroups: other === null ? [] : [other],
    });
    return decided(
      findings.map(({ code }) => code),
      findings.map(({ sentence, sources }) => line(sentence, sources)),
    );
  },
});
