import { column, personKey, type Table } from './columns.ts';
import { ofCases, since } from './event-columns.ts';

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
