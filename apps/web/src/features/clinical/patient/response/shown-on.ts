/** Which imaging study shows a measurement, or the examination of a day. */
import { formatDay } from '../../../../format/date.ts';
import type { Patient } from '../data.ts';

export type Study = Patient['imagingStudies'][number];
type Shown = { readonly studyUid?: string | null; readonly seriesUid?: string | null };
type Dated = Shown & { readonly date?: string | null };

/** The study, and the series where it is one of the study's. */
export const shownOn = (
  studies: readonly Study[],
  { studyUid, seriesUid }: Shown,
): { readonly study: Study; readonly series: Study['series'][number] | null } | null => {
  for (const study of studies) {
    const series = study.series.find((one) => one.seriesInstanceUid === seriesUid) ?? null;
    if (series !== null || (studyUid && study.studyInstanceUid === studyUid))
      return { study, series };
  }
  return null;
};

/** By the measurements of the day; where they name none, the only study that began on it. */
export const studyOfDay = (
  studies: readonly Study[],
  lesions: readonly Dated[],
  day: string,
): Study | null => {
  for (const lesion of lesions) {
    const shown = lesion.date === day ? shownOn(studies, lesion) : null;
    if (shown !== null) return shown.study;
  }
  const [only, other] = studies.filter(
    ({ startedAt }) => startedAt && formatDay(startedAt) === day,
  );
  return other === undefined ? (only ?? null) : null;
};
