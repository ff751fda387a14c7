import type { Course } from '../course/course.ts';
import { drawName } from '../people/names.ts';
import { syntheticNationalId } from '../people/national-id.ts';
import type { Random } from '../random/random.ts';
import { dateOf } from '../time/days.ts';
import type { Said } from './records.ts';
import { hospitalSystem, IDENTITY_CARD } from './systems.ts';
import type { View } from './writer.ts';

/** Telephone numbers no exchange has: 000 is an international prefix followed by no country. */
const phoneOf = (random: Random): string =>
  `000-${String(random.below(10_000)).padStart(4, '0')}-${String(random.below(10_000)).padStart(4, '0')}`;

/** A place that is not: 虚构 says so. */
const addressOf = (random: Random, course: Course): string =>
  `${course.province.zh}虚构市第${'一二三四五六七八九'.charAt(random.below(9))}区样例路${1 + random.below(400)}号`;

/** What names the patient. */
export type Naming = Pick<
  Said<'patient'>,
  | 'name'
  | 'names'
  | 'medicalRecordNumbers'
  | 'nationalId'
  | 'numbers'
  | 'phone'
  | 'address'
  | 'aliases'
>;

/** What names the patient, as each hospital has written it down. */
export const namingOf = (
  random: Random,
  course: Course,
  index: number,
  residenceUnknown: boolean,
): ((view: View) => Naming) => {
  const born = dateOf(course.born);
  const name = drawName(random, course.sex);
  const family = /^(欧阳|司马)/.test(name) ? name.slice(0, 2) : name.slice(0, 1);
  // Blocks and sequences go by the patient's number: no two patients share one.
  const sequence = 2 * (index % 500) + (course.sex === 'male' ? 1 : 0);
  const block = Math.floor(index / 500) % 10_000;
  const nationalId = syntheticNationalId(block, born, sequence);
  const phone = phoneOf(random);
  const lives = addressOf(random, course);
  const address = residenceUnknown ? '地址不详' : lives;
  return (view) => ({
    name,
    medicalRecordNumbers: [view.record],
    nationalId,
    numbers: [view.record, nationalId],
    phone,
    address,
    names: [name, family, name.slice(family.length)],
    aliases: [
      `${hospitalSystem(view.institution.code)}|${view.record}`,
      `${IDENTITY_CARD}|${nationalId}`,
    ],
  });
};
