import * as v from 'valibot';
import { parts, sorted, wellFormed } from '../../criterion/codes-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { escaped, isSentName, unescaped } from '../../criterion/sent-name.ts';

const CODE = /^\d{4}(?:\/\d)?$/;

/**
 * ICD-O-3: histology (`8140`) or morphology with behaviour (`8140/3`); `sent:` and the words of one that no code of the
 * terminology says.
 */
export const form: CriterionForm<string[]> = {
  name: { en: 'Histology', zh: '组织学类型' },
  detail: { en: 'ICD-O-3 morphology', zh: 'ICD-O-3 形态学' },
  schema: v.array(v.string()),
  blank: [],
  asks: (codes) => codes.length > 0,
  canonical: sorted,
  write: (codes) => codes.map(escaped).join(','),
  read: (text) =>
    wellFormed(
      parts(text).map((part) => unescaped(part) ?? ''),
      (code) => CODE.test(code) || isSentName(code),
    ),
};
