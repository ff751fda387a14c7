import { parseMorphology } from '@nodp/terminology';
import { chapterOf } from '../stage-group/chapter-of.ts';
import { SCHEDULES, type Schedule } from './schedules.ts';

/** What decides by which schedule a cancer is followed. */
export interface FollowedCancer {
  readonly siteGroup: string;
  /** ICD-O-3; null where it is not known: then the site group alone decides. */
  readonly topography: string | null;
  readonly morphology: string | null;
  /** I to IV; null where it is not known. */
  readonly broadStage: string | null;
  /** `IIB`; null where it is not known. */
  readonly stageGroup: string | null;
  /** What the surveillance counts from. */
  readonly after: 'operation' | 'radiotherapy';
}

interface Row {
  readonly schedule: string;
  readonly site: string;
  /** Chapters of the staging manual: a site group holds cancers that are followed otherwise. */
  readonly chapters: string;
  readonly stages?: string;
  readonly groups?: RegExp;
  /** Of resected cancers alone. */
  readonly resected?: true;
  /** Histologies for which the schedule was not made. */
  readonly except?: (histology: number) => boolean;
}

const isSmallCell = (histology: number): boolean => histology >= 8041 && histology <= 8045;
const isGermCell = (histology: number): boolean => histology >= 9060 && histology <= 9105;

const ROWS: readonly Row[] = [
  {
    schedule: 'colorectum-2-3',
    site: 'colorectum',
    chapters: 'colorectum appendix',
    stages: 'II III',
    resected: true,
  },
  {
    schedule: 'colorectum-1',
    site: 'colorectum',
    chapters: 'colorectum appendix',
    stages: 'I',
    resected: true,
  },
  {
    schedule: 'lung-1-2',
    site: 'lung',
    chapters: 'lung',
    stages: 'I II',
    resected: true,
    except: isSmallCell,
  },
  { schedule: 'lung-3', site: 'lung', chapters: 'lung', stages: 'III', except: isSmallCell },
  { schedule: 'breast', site: 'breast', chapters: 'breast-anatomic' },
  { schedule: 'liver', site: 'liver', chapters: 'liver', resected: true },
  {
    schedule: 'stomach-2-3',
    site: 'stomach',
    chapters: 'stomach',
    stages: 'II III',
    resected: true,
  },
  { schedule: 'stomach-1', site: 'stomach', chapters: 'stomach', stages: 'I', resected: true },
  {
    schedule: 'oesophagus',
    site: 'oesophagus',
    chapters: 'oesophagus-squamous oesophagus-adenocarcinoma',
    resected: true,
  },
  { schedule: 'nasopharynx', site: 'nasopharynx', chapters: 'nasopharynx' },
  { schedule: 'prostate', site: 'prostate', chapters: 'prostate' },
  { schedule: 'ovary', site: 'ovary', chapters: 'ovary-tube-peritoneum', except: isGermCell },
  { schedule: 'cervix', site: 'cervix', chapters: 'cervix' },
  { schedule: 'thyroid', site: 'thyroid', chapters: 'thyroid-differentiated' },
  // Of stage I, which is T1, and carcinoma in situ: what invades muscle is followed otherwise.
  { schedule: 'bladder', site: 'bladder', chapters: 'bladder', groups: /^(0is|I)$/i },
  { schedule: 'kidney', site: 'kidney', chapters: 'kidney', stages: 'I II III', resected: true },
  { schedule: 'pancreas', site: 'pancreas', chapters: 'pancreas', resected: true },
  {
    schedule: 'melanoma',
    site: 'melanoma',
    chapters: 'melanoma-skin',
    groups: /^(II[BC]|III[A-D]?)$/i,
    resected: true,
  },
  { schedule: 'testis', site: 'testis', chapters: 'testis' },
];

const isOfChapter = ({ chapters, except }: Row, cancer: FollowedCancer): boolean => {
  if (cancer.topography === null) return true;
  const read = cancer.morphology === null ? null : parseMorphology(cancer.morphology);
  if (read !== null && except?.(Number(read.histology)) === true) return false;
  const found = chapterOf(cancer.topography, cancer.morphology, {});
  return 'chapters' in found && found.chapters.some((id) => chapters.split(' ').includes(id));
};

const isOfStage = ({ stages, groups }: Row, { broadStage, stageGroup }: FollowedCancer): boolean =>
  (stages === undefined || (broadStage !== null && stages.split(' ').includes(broadStage))) &&
  (groups === undefined || groups.test(stageGroup ?? broadStage ?? ''));

/** By which schedule a cancer is followed; null where none was made for its kind, stage or treatment. */
export const scheduleOf = (cancer: FollowedCancer): Schedule | null => {
  const row = ROWS.find(
    (one) =>
      one.site === cancer.siteGroup &&
      (one.resected !== true || cancer.after === 'operation') &&
      isOfStage(one, cancer) &&
      isOfChapter(one, cancer),
  );
  return row === undefined ? null : (SCHEDULES[row.schedule] ?? null);
};
