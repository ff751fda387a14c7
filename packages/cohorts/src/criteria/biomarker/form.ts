import * as v from 'valibot';
import { members, parts, sorted } from '../../criterion/codes-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { escaped, isSentName, unescaped } from '../../criterion/sent-name.ts';

export const FINDINGS = ['POSITIVE', 'NEGATIVE', 'EQUIVOCAL'] as const;
export type Finding = (typeof FINDINGS)[number];

/** A test of a biomarker with one of the findings; any finding where none is named. */
export interface Biomarker {
  /** The terminology's id, e.g. `EGFR`, or `sent:` and the name that an uncoded one was sent with; empty where none is chosen yet. */
  biomarker: string;
  findings?: Finding[];
}

const given = (biomarker: string, findings: Finding[] | null | undefined): Biomarker => ({
  biomarker,
  ...(findings && findings.length > 0 ? { findings } : {}),
});

/** `1p/19q`, `CLDN18.2`. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/;

/** In an address: `EGFR,positive`. */
export const form: CriterionForm<Biomarker> = {
  name: { en: 'Biomarker', zh: '生物标志物' },
  detail: {
    en: 'tested, and what was found; of the cancer that was tested, where that is known',
    zh: '检测与结果；已知所检测的癌者只计该癌',
  },
  schema: v.pipe(
    v.object({ biomarker: v.string(), findings: v.nullish(v.array(v.picklist(FINDINGS))) }),
    v.transform(({ biomarker, findings }) => given(biomarker, findings)),
  ),
  blank: { biomarker: '' },
  asks: ({ biomarker }) => biomarker !== '',
  canonical: ({ biomarker, findings = [] }) => given(biomarker, sorted(findings)),
  write: ({ biomarker, findings = [] }) =>
    biomarker === '' ? '' : [escaped(biomarker), ...findings.map((f) => f.toLowerCase())].join(','),
  read: (text) => {
    const [first = '', ...rest] = parts(text);
    const name = unescaped(first) ?? '';
    return NAME.test(name) || isSentName(name)
      ? given(name, members(rest, FINDINGS))
      : { biomarker: '' };
  },
};
