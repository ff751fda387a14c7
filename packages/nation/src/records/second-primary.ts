import type { SecondPrimary } from '../course/second-primary.ts';
import type { Random } from '../random/random.ts';
import { pathology, specimen, TISSUE, TUMOUR } from './tissue.ts';
import { writeOperation } from './treatments.ts';
import { writeReport } from './tumours.ts';
import { ofSecondCancer, type View, type Writer } from './writer.ts';

/** A second cancer of the person: its report and stages, what was taken of it, its operation. */
export const writeSecondPrimary = (
  random: Random,
  writer: Writer,
  { course, care }: SecondPrimary,
): void => {
  const of = ofSecondCancer(writer);
  const [home] = writer.views as [View];
  const { diagnosed: day, stageKnown: stageTold } = course;
  writeReport(random, random, of, {
    view: home,
    course,
    care,
    day,
    stageTold,
    coarse: false,
    detected: null,
  });
  specimen(writer, home, course, day, { key: 'biopsy-second', type: TISSUE, parent: null });
  pathology(of, home, course, care, 'pathology-1', day, false, '');
  if (care.surgery === null) return;
  const { on } = care.surgery;
  specimen(writer, home, course, on, { key: 'resection-second', type: TUMOUR, parent: null });
  pathology(of, home, course, care, 'pathology-2', on, true, '');
  writeOperation(of, home, care.surgery, false, writer.keyOf(home, 'tumour-second'));
};
