import type { Label } from '@nodp/terminology';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { event } from '../../criterion/event.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { asStored, isSentName, sentLabel } from '../../criterion/sent-name.ts';
import { or, same } from '../../criterion/words.ts';
import type { Biomarker, Finding } from './form.ts';

const FOUND: Readonly<Record<Finding, Label>> = {
  POSITIVE: { en: 'positive', zh: '阳性' },
  NEGATIVE: { en: 'negative', zh: '阴性' },
  EQUIVOCAL: { en: 'equivocal', zh: '可疑' },
};

const labels = new Map(biomarkers().map(({ id, label }) => [id, label]));

export const meaning: CriterionMeaning<Biomarker> = {
  lint: ({ biomarker }, report) => {
    if (!labels.has(biomarker) && !isSentName(biomarker))
      report('unknown-code', 'biomarker', {
        en: `“${biomarker}” is not known.`,
        zh: `未知代码“${biomarker}”。`,
      });
  },
  print: ({ biomarker, findings = [] }) => {
    const found: Label =
      findings.length === 0 ? { en: 'tested', zh: '已检测' } : or(findings.map((f) => FOUND[f]));
    const name =
      labels.get(biomarker) ?? (isSentName(biomarker) ? sentLabel(biomarker) : same(biomarker));
    return { en: `${name.en} ${found.en}`, zh: `${name.zh}${found.zh}` };
  },
  where: ({ biomarker, findings = [] }) =>
    event('biomarkers', {
      biomarker: [asStored(biomarker)],
      finding: findings.map((finding) => finding.toLowerCase()),
    }),
};
