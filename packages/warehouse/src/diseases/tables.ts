import {
  DISEASE_IDS,
  DISEASES,
  type DiseaseElement,
  type DiseaseId,
  elementsOf,
  NOT_KNOWN,
} from '@nodp/oncology/single-disease';
import { type Column, column, personKey } from '../schema/columns.ts';

/** The table of a single-disease data set, made from its declaration. */
export interface DiseaseTable {
  readonly name: `disease_${DiseaseId}`;
  readonly description: { readonly en: string; readonly zh: string };
  readonly columns: readonly Column[];
}

/** Beside a number, whether it is known. */
export const stateColumn = (id: string): string => `${id}_state`;

const columnsOf = (element: DiseaseElement): Column[] => {
  const { id, label, rule } = element;
  const words = (text: string, more: string) => `${text}. ${more}`;
  const described = [
    words(label.en, `${rule.words.en} ${rule.source}.`),
    `${label.zh}：${rule.words.zh}${rule.source}。`,
  ] as const;
  if (element.type === 'choice')
    return [
      column(id, 'text', null, ...described, {
        codes: [...element.values.map(({ code }) => code), ...NOT_KNOWN].join(', '),
      }),
    ];
  return [
    column(id, 'double', null, ...described, element.unit === null ? {} : { unit: element.unit }),
    column(
      stateColumn(id),
      'text',
      null,
      `Whether ${label.en} is known, and if not, why.`,
      `${label.zh}是否已知；未知时为原因。`,
      { codes: ['KNOWN', ...NOT_KNOWN].join(', ') },
    ),
  ];
};

export const diseaseTable = (id: DiseaseId): DiseaseTable => {
  const { label, topography } = DISEASES[id];
  return {
    name: `disease_${id}`,
    description: {
      en: `One row a case of the data set “${label.en}” (${topography}, behaviour 3), with the elements of the disease. Unknown, not tested and not applicable are values of their own.`,
      zh: `“${label.zh}”数据集（${topography}，行为学编码3）每行一个病例及其专病要素；不详、无检测记录、不适用各为独立取值。`,
    },
    columns: [
      personKey,
      column('case_number', 'smallint', null, 'The case, as in `cases`.', '病例序号，同cases表。'),
      ...elementsOf(id).flatMap(columnsOf),
    ],
  };
};

/** Tables of a release that are a disease's, one a disease; not read into memory where cohorts are asked. */
export const DISEASE_TABLES: readonly DiseaseTable[] = DISEASE_IDS.map(diseaseTable);
