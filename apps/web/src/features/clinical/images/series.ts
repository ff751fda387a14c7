/** Series of the patient's studies whose images are held here. */
import { queryOptions } from '@tanstack/react-query';
import type { Patient } from '../patient/data.ts';
import {
  type Content,
  contentOf,
  type Instance,
  type Picture,
  picturesOf,
} from './stage/instance.ts';

export type Study = Patient['imagingStudies'][number];

/** A series of a study, by their UIDs. */
export interface Chosen {
  readonly study: Study;
  readonly studyUid: string;
  readonly series: Study['series'][number];
}

export interface SeriesImages {
  readonly content: Content;
  readonly pictures: readonly Picture[];
  readonly instances: readonly Instance[];
}

/** Held series of a study, by number as the study has them. */
export const heldOf = (study: Study): Chosen[] => {
  const studyUid = study.studyInstanceUid;
  return studyUid
    ? study.series
        .filter(({ imageCount }) => imageCount > 0)
        .map((series) => ({ study, studyUid, series }))
    : [];
};

/** Series that are drawn over the pictures of others. */
const OVER = new Set(['RTSTRUCT', 'RTDOSE', 'SEG']);
const NO_PICTURES = new Set([...OVER, 'RTPLAN', 'SR', 'PR', 'KO', 'DOC', 'ECG', 'REG', 'PLAN']);

export const isOver = ({ series }: Chosen): boolean => OVER.has(series.modality.code ?? '');
const isAside = ({ series }: Chosen): boolean => NO_PICTURES.has(series.modality.code ?? '');

/** The series that a study opens with: of pictures, that of most. */
export const firstOf = (held: readonly Chosen[]): Chosen | null =>
  held.toSorted(
    (a, b) => Number(isAside(a)) - Number(isAside(b)) || b.series.imageCount - a.series.imageCount,
  )[0] ?? null;

const words = ({ series }: Chosen): string =>
  (series.descriptionLabel?.en ?? '').trim().toLowerCase();

/**
 * The series of an earlier study that is proposed to be compared: the latest of the same modality, of the same description before others.
 * @param studies latest first
 */
export const priorOf = (studies: readonly Study[], chosen: Chosen): Chosen | null => {
  const at = chosen.study.startedAt ?? '';
  const earlier = studies
    .filter((study) => study.id !== chosen.study.id && (study.startedAt ?? '') < at)
    .toSorted((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? 1 : -1));
  for (const study of earlier) {
    const alike = heldOf(study).filter(
      (one) => one.series.modality.code === chosen.series.modality.code && !isAside(one),
    );
    const same = alike.find((one) => words(one) === words(chosen));
    const found = same ?? firstOf(alike);
    if (found !== null) return found;
  }
  return null;
};

export const seriesQuery = ({ studyUid, series }: Chosen) =>
  queryOptions({
    queryKey: ['series-images', studyUid, series.seriesInstanceUid, series.imageCount],
    queryFn: async ({ signal }): Promise<SeriesImages> => {
      const response = await fetch(
        `/dicom-web/studies/${studyUid}/series/${series.seriesInstanceUid}/metadata`,
        { headers: { accept: 'application/dicom+json' }, signal },
      );
      if (!response.ok) throw new Error(String(response.status));
      const instances = (await response.json()) as Instance[];
      const content = contentOf(instances[0]);
      return { content, instances, pictures: content === 'PICTURES' ? picturesOf(instances) : [] };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
