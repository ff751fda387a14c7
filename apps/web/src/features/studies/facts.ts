/** What the files of a study's charts say of them. */
import { useLingui } from '@lingui/react/macro';
import type { Fact } from '../../charts/export/caption.ts';
import type { Study } from './queries.ts';

export const useStudyFacts = (study: Study): readonly Fact[] => {
  const { t } = useLingui();
  return [
    [t`Study`, study.name],
    [t`Published`, study.published],
    ...(study.citation ? [[t`Citation`, study.citation] as const] : []),
    ...(study.pmid ? [['PMID', study.pmid] as const] : []),
  ];
};
