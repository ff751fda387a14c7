import { codesMeaning } from '../../criterion/codes.ts';
import { between, either, flag, type Where } from '../../criterion/where.ts';
import { PRIMARIES, PRIMARY_LABELS, type Primary } from './form.ts';

const WHERE: Readonly<Record<Primary, Where>> = {
  ONLY: flag('only_case'),
  FIRST: between('case_number', { from: 1, to: 1 }),
  LATER: between('case_number', { from: 2 }),
};

export const meaning = codesMeaning<Primary>({
  isKnown: (code) => PRIMARIES.includes(code as Primary),
  label: (primary) => PRIMARY_LABELS[primary],
  before: { en: 'of the person’s primaries ', zh: '多原发：' },
  where: (chosen) => either(chosen.map((primary) => WHERE[primary])),
});
