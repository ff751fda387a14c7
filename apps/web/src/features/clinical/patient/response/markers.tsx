/** PSA and EBV DNA after radiotherapy, by the rules that judge them: Phoenix, and what is detectable twice. */
import { useQuery } from '@tanstack/react-query';
import { ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import type { Patient } from '../data.ts';
import { CoursePanel } from '../surveillance/course-panel.tsx';
import { surveillanceQuery } from '../surveillance/data.ts';

/** Markers that tell of radiotherapy alone whether it cured. */
const MARKERS = ['PSA', 'EBV DNA'];
/** Sites whose surveillance they are part of. */
const SITES = ['prostate', 'nasopharynx'];

export function MarkersAfterRadiotherapy({ patient }: { patient: Patient }) {
  // Of other sites nothing is asked.
  const asked = patient.tumours.some(({ siteGroup }) => SITES.includes(siteGroup ?? ''));
  const query = useQuery({ ...surveillanceQuery(patient), enabled: asked });
  if (!asked) return null;
  if (query.isPending) return <LoadingRows rows={3} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { anchor = null, courses = [] } = query.data ?? {};
  if (anchor?.kind !== 'RADIOTHERAPY') return null;
  return courses
    .filter(({ marker }) => MARKERS.includes(marker))
    .map((course) => <CoursePanel key={course.marker} course={course} anchor={anchor} />);
}
