/** Series of the patient's studies around a day, as they are chosen from. */

import { formatDay } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';

const DAY = 86_400_000;
/** Days before and after an examination within which a study may be it. */
const NEAR = 14;

type Study = Patient['imagingStudies'][number];

/** `2025-03-14 · CT · 3 · arterial phase`; of a study alone without its series. */
export const useSeriesWords = (): ((
  study: Study,
  series: Study['series'][number] | null,
) => string) => {
  const label = useLabel();
  return ({ startedAt, modalities }, series) =>
    [
      startedAt && formatDay(startedAt),
      ...(series === null
        ? [modalities.map((one) => one.code ?? label(one.label)).join(', ')]
        : [
            series.modality.code ?? label(series.modality.label),
            series.number,
            series.descriptionLabel && label(series.descriptionLabel),
          ]),
    ]
      .filter(Boolean)
      .join(' · ');
};

export const useSeriesChoices = (
  studies: Patient['imagingStudies'],
  day: string,
): readonly { readonly uid: string; readonly words: string }[] => {
  const wordsOf = useSeriesWords();
  return studies
    .filter(
      ({ startedAt }) =>
        startedAt && Math.abs(Date.parse(startedAt) - Date.parse(day)) <= NEAR * DAY,
    )
    .flatMap((study) =>
      study.series.map((one) => ({ uid: one.seriesInstanceUid, words: wordsOf(study, one) })),
    );
};
