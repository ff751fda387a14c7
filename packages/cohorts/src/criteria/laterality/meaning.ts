import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { released, SIDES, type Side, sideLabel } from './form.ts';

export const meaning = codesMeaning<Side>({
  isKnown: (code) => SIDES.includes(code as Side),
  label: sideLabel,
  before: { en: 'laterality ', zh: '侧别：' },
  where: (sides) => among('laterality', sides.map(released)),
});
