import type { Label } from '@nodp/terminology';
import { dayOf, rowOf } from '../recist/read.ts';
import { date, FieldError, list } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { type FieldPosition, type Place, positionOf } from './field-position.ts';
import { type Failure, type FirstFailure, firstFailure } from './first-failure.ts';
import { RADIOTHERAPY_RESPONSE_VERSION } from './irradiated-lesion.ts';

const POSITIONS: Readonly<Record<FieldPosition, Label>> = {
  'in field': { en: 'in field', zh: '野内' },
  marginal: { en: 'marginal', zh: '野边缘' },
  outside: { en: 'outside', zh: '野外' },
  'not known': { en: 'not known', zh: '未知' },
};

const STATED: Readonly<Record<string, FieldPosition>> = {
  'in field': 'in field',
  'in-field': 'in field',
  in_field: 'in field',
  marginal: 'marginal',
  outside: 'outside',
  'out of field': 'outside',
  'out-of-field': 'outside',
  'not known': 'not known',
};

const textOf = (value: unknown, where: string): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && value.length <= 200) return value;
  throw new FieldError(where, 'words are expected', '应为文字');
};

const placeOf = (row: Readonly<Record<string, unknown>>, where: string): Place => {
  const site = textOf(row.site, `${where}.site`);
  return {
    code: site,
    words: site === null ? null : { en: site, zh: site },
    node: row.node === true,
  };
};

const volumeOf = (raw: unknown, index: number) => {
  const where = `volumes[${index}]`;
  const row = rowOf(raw, where);
  const lesions = row.lesions ?? [];
  if (!Array.isArray(lesions) || lesions.some((one) => typeof one !== 'string'))
    throw new FieldError(`${where}.lesions`, 'a list of names is expected', '应为名称列表');
  return { ...placeOf(row, where), lesions: lesions as string[] };
};

const shareOf = (value: unknown, where: string): number | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw new FieldError(where, 'a share from 0 to 1 is expected', '应为0至1的比例');
};

const failureOf = (
  raw: unknown,
  index: number,
  volumes: readonly ReturnType<typeof volumeOf>[],
): Failure => {
  const where = `failures[${index}]`;
  const row = rowOf(raw, where);
  const name = textOf(row.lesion, `${where}.lesion`) ?? `lesion ${index + 1}`;
  const written = textOf(row.position, `${where}.position`)?.toLowerCase() ?? null;
  const stated = written === null ? null : STATED[written];
  if (stated === undefined)
    throw new FieldError(
      `${where}.position`,
      `“${written}” is none of in field, marginal, outside`,
      `“${written}”不属于in field（野内）、marginal（边缘）、outside（野外）`,
    );
  const inside = shareOf(row.inside_fraction, `${where}.inside_fraction`);
  return {
    lesion: name,
    date: dayOf(row.date, `${where}.date`),
    ...positionOf({ ...placeOf(row, where), name, stated, inside }, volumes),
  };
};

/** A first failure in sentences. */
export const failureSentences = ({ on, lesions, early }: FirstFailure): Label[] => [
  ...(on === null
    ? [
        {
          en: 'No progression is recorded since the treatment began.',
          zh: '治疗开始以来未记录进展。',
        },
      ]
    : lesions.map(({ lesion, date: seen, position, by }) => ({
        en: `${lesion} on ${seen}: ${POSITIONS[position].en} (${by.en}).`,
        zh: `${seen}的${lesion}：${POSITIONS[position].zh}（${by.zh}）。`,
      }))),
  ...early.map(({ lesion, date: seen }) => ({
    en: `${lesion} grew on ${seen}, less than eight weeks after the last fraction: it may be a reaction and is not counted.`,
    zh: `${lesion}于${seen}增大，距末次照射不足8周：可能为放射反应，不计入。`,
  })),
];

export const FIRST_FAILURE = clinicalRule({
  id: 'first-failure',
  version: RADIOTHERAPY_RESPONSE_VERSION,
  title: {
    en: 'First failure after radiotherapy: in field, marginal or outside',
    zh: '放疗后首次失败部位：野内、边缘或野外',
  },
  source: 'Dawson LA et al. Int J Radiat Oncol Biol Phys 2000;46:1117-26',
  mark: 'known',
  population: null,
  fields: {
    radiotherapy_start: date('first day of radiotherapy', '放疗首日'),
    radiotherapy_end: date('day of the last fraction', '末次照射日期'),
    volumes: list(
      'what was irradiated: [{"site": "10200004", "lesions": ["T1"]}]; site in words or as SNOMED CT',
      '照射靶区列表；site为文字或SNOMED CT编码',
    ),
    failures: list(
      'lesions that progressed or came: [{"date": "2025-03-01", "lesion": "T1", "site": "liver", "node": false, "position": null, "inside_fraction": 0.4}]; inside_fraction is the share inside the 95 % isodose',
      '进展或新发病灶列表；position为已知部位，inside_fraction为95%等剂量线内所占比例',
    ),
  },
  outputs: ['first_on', 'pattern', 'lesions'],
  decide: (given) => {
    const { radiotherapy_start: start, radiotherapy_end: end, volumes, failures } = given;
    if (start === null || end === null || volumes === null || failures === null)
      return needs(
        missingOf(given, ['radiotherapy_start', 'radiotherapy_end', 'volumes', 'failures']),
      );
    const treated = volumes.map(volumeOf);
    const found = firstFailure(
      failures.map((one, index) => failureOf(one, index, treated)),
      { start: dayOf(start, 'radiotherapy_start'), end: dayOf(end, 'radiotherapy_end') },
    );
    return decided(
      {
        first_on: found.on,
        pattern: found.on === null ? null : found.positions.join(' and '),
        lesions: Object.fromEntries(
          found.lesions.map(({ lesion, position }) => [lesion, position]),
        ),
      },
      failureSentences(found),
    );
  },
});
