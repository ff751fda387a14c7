import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';
import type { TextColumn, WholeColumn } from '../../criterion/where.ts';

/** What a release may not know of a case; a stage that is not known is a stage of its own. */
export const PROPERTIES = [
  'TOPOGRAPHY',
  'HISTOLOGY',
  'BEHAVIOUR',
  'LATERALITY',
  'GRADE',
  'BASIS',
  'T',
  'N',
  'M',
  'AGE',
  'YEAR',
  'RESIDENCE',
] as const;
export type Property = (typeof PROPERTIES)[number];

interface Described {
  readonly column: TextColumn | WholeColumn;
  readonly label: Label;
}

export const PROPERTY: Readonly<Record<Property, Described>> = {
  TOPOGRAPHY: { column: 'topography', label: { en: 'topography', zh: '解剖部位' } },
  HISTOLOGY: { column: 'histology', label: { en: 'histology', zh: '组织学' } },
  BEHAVIOUR: { column: 'behaviour', label: { en: 'behaviour', zh: '行为学' } },
  LATERALITY: { column: 'laterality', label: { en: 'laterality', zh: '侧别' } },
  GRADE: { column: 'grade', label: { en: 'grade', zh: '分级' } },
  BASIS: { column: 'basis_of_diagnosis', label: { en: 'basis of diagnosis', zh: '诊断依据' } },
  T: { column: 't', label: { en: 'T category', zh: 'T分类' } },
  N: { column: 'n', label: { en: 'N category', zh: 'N分类' } },
  M: { column: 'm', label: { en: 'M category', zh: 'M分类' } },
  AGE: { column: 'age', label: { en: 'age', zh: '年龄' } },
  YEAR: { column: 'diagnosis_year', label: { en: 'year of diagnosis', zh: '诊断年份' } },
  RESIDENCE: { column: 'residence', label: { en: 'province of residence', zh: '居住省份' } },
};

export const form = choiceForm({
  name: { en: 'Not known', zh: '不详' },
  detail: { en: 'what nobody reported of the case', zh: '病例中未上报的项目' },
  values: PROPERTIES,
});
