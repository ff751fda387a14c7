import { codesMeaning } from '../../criterion/codes.ts';
import { either, unknown } from '../../criterion/where.ts';
import { PROPERTIES, PROPERTY, type Property } from './form.ts';

export const meaning = codesMeaning<Property>({
  isKnown: (code) => PROPERTIES.includes(code as Property),
  label: (property) => PROPERTY[property].label,
  before: { en: 'not known: ', zh: '不详：' },
  where: (properties) => either(properties.map((each) => unknown(PROPERTY[each].column))),
});
