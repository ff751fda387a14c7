import { isHistology, morphologyLabel } from '@nodp/terminology/morphology';
import { codesMeaning } from '../../criterion/codes.ts';
import { asStored, isSentName, sentLabel } from '../../criterion/sent-name.ts';
import { among, both, either } from '../../criterion/where.ts';
import { same } from '../../criterion/words.ts';

const label = (code: string) => {
  if (isSentName(code)) return sentLabel(code);
  const found = morphologyLabel(code.includes('/') ? code : `${code}/3`);
  return found === null
    ? same(code)
    : { en: `${found.en} (${code})`, zh: `${found.zh}（${code}）` };
};

export const meaning = codesMeaning<string>({
  isKnown: (code) =>
    isSentName(code) || (/^\d{4}(\/[012369])?$/.test(code) && isHistology(code.slice(0, 4))),
  label,
  before: { en: 'histology ', zh: '组织学类型：' },
  where: (chosen) => {
    const named = chosen.filter(isSentName).map(asStored);
    const codes = chosen.filter((code) => !isSentName(code));
    const withBehaviour = codes.filter((code) => code.includes('/'));
    return either([
      among('histology', [...named, ...codes.filter((code) => !code.includes('/'))]),
      ...withBehaviour.map((code) =>
        both([among('histology', [code.slice(0, 4)]), among('behaviour', [code.slice(5)])]),
      ),
    ]);
  },
});
