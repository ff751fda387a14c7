import type { Coded } from '@nodp/record';
import type { Course } from '../course/course.ts';
import type { Care } from '../course/treatment.ts';
import type { Random } from '../random/random.ts';
import { type Day, onDay } from '../time/days.ts';
import { coded, type Said } from './records.ts';
import { SNOMED } from './systems.ts';
import type { Writer } from './writer.ts';

const ORGANS = [
  ['10200004', '肝'],
  ['39607008', '肺'],
  ['59441001', '淋巴结'],
] as const;
const NODE = '59441001';

interface Followed {
  readonly name: string;
  readonly organ: Coded;
  readonly node: boolean;
  readonly baseline: number;
}

/** Weeks between examinations of the lesions under systemic treatment. */
const EVERY = 56;
const MOST = 7;

const followedOf = (random: Random): Followed[] =>
  Array.from({ length: 1 + random.below(3) }, (_, i) => {
    const [code, zh] = random.pick(ORGANS);
    const node = code === NODE;
    return {
      name: `T${i + 1}`,
      organ: coded(SNOMED, code, zh),
      node,
      baseline: (node ? 150 : 100) + random.below(450),
    };
  });

/** Target, non-target and new lesions of patients under systemic treatment for disease that is there. */
export const writeLesions = (random: Random, writer: Writer, course: Course, care: Care): void => {
  const given = care.systemic.find(({ line }) => line !== null);
  if (given === undefined || course.cancer.staging?.system !== 'AJCC' || !random.chance(0.6))
    return;
  const followed = followedOf(random);
  const hasNonTarget = random.chance(0.5);
  const answers = random.unit();
  const progressed = course.relapse;
  const add = (
    day: Day,
    visit: number,
    said: Pick<Said<'lesion'>, 'lesion' | 'role' | 'state'> & Partial<Said<'lesion'>>,
  ) => {
    writer.add('lesion', writer.at(day), 'Observation', `lesion-${visit}-${said.lesion}`, day, {
      organ: null,
      node: false,
      measured: onDay(day),
      tenths: null,
      modality: 'CT',
      sliceTenths: null,
      studyUid: null,
      seriesUid: null,
      measuredBy: '影像科',
      note: null,
      tumour: null,
      ...said,
    });
  };
  for (let visit = 0; visit < MOST; visit++) {
    const day = visit === 0 ? given.from - 3 : given.from + visit * EVERY;
    if (day > course.end) break;
    const late = progressed !== null && day >= progressed;
    for (const { name, organ, node, baseline } of followed) {
      const shrunk = visit === 0 ? 1 : Math.max(0, 1 - answers * Math.min(visit, 4) * 0.24);
      const grown = late ? 1.35 + 0.1 * visit : 1;
      const tenths = Math.round(baseline * shrunk * grown * (0.97 + 0.06 * random.unit()));
      const small = tenths < 50;
      add(day, visit, {
        lesion: name,
        role: 'TARGET',
        state: tenths === 0 ? 'ABSENT' : small ? 'TOO_SMALL' : 'MEASURED',
        organ,
        node,
        tenths: small ? null : visit === 0 ? baseline : tenths,
      });
    }
    if (hasNonTarget)
      add(day, visit, {
        lesion: 'NT1',
        role: 'NON_TARGET',
        state: late && answers < 0.4 ? 'PROGRESSED' : 'PRESENT',
        organ: coded(SNOMED, '272673000', '骨'),
      });
    if (late && visit > 0) {
      if (random.chance(0.4))
        add(day, visit, {
          lesion: 'NEW1',
          role: 'NEW',
          state: 'PRESENT',
          organ: coded(SNOMED, '10200004', '肝'),
        });
      break;
    }
  }
};
