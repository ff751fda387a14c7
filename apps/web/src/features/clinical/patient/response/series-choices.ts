/** Series of the patient's studies around a day, as they are chosen from. */

import { formatDay } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';

const DAY = 86_400_000;
/** Days before and after an examination within which a study may be it. */
const NEAR = 14;

export const useSeriesChoices = (
  studies: Patient['imagingStudies'],
  day: string,
): readonly { readonly uid: string; readonly words: string }[] => {
  const label = useLabel();
  return studies
    .filter(
      ({ startedAt }) =>
        startedAt && Math.abs(Date.parse(startedAt) - Date.parse(day)) <= NEAR * DAY,
    )
    .flatMap(({ startedAt, series }) =>
      series.map((one) => ({
        uid: one.seriesInstanceUid,
        words: [
          formatDay(startedAt),
          one.modality.code ?? label(one.modality.label),
          one.number,
          one.descriptionLabel && label(one.descriptionLabel),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    );
};
