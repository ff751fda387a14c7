import { type MeasuredKind, POINTS } from '@nodp/subgraph-imaging/measurements';
import * as v from 'valibot';
import { refuse } from '../endpoints/json.ts';

export const uid = v.pipe(v.string(), v.regex(/^[0-9.]{1,64}$/));
const id = v.pipe(v.string(), v.uuid());
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-100_000), v.maxValue(100_000));

/** A measurement as a page draws it. */
export const Drawn = v.strictObject({
  study: uid,
  series: uid,
  instance: uid,
  frame: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  kind: v.picklist(Object.keys(POINTS) as MeasuredKind[]),
  points: v.pipe(v.array(v.tuple([coordinate, coordinate])), v.maxLength(4)),
  lesion: v.optional(
    v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
    null,
  ),
  lesionId: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(120))), null),
  organ: v.optional(
    v.nullable(
      v.strictObject({
        code: v.pipe(v.string(), v.regex(/^\d{5,18}$/)),
        words: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      }),
    ),
    null,
  ),
});
export type Drawn = v.InferOutput<typeof Drawn>;
/** One that is taken back. */
export const Withdrawn = v.strictObject({ study: uid, withdraw: id });

/** Why a measurement is not taken. */
export const refusals = {
  body: () => refuse(400, 'The measurement has another shape.', '测量数据格式有误。'),
  points: () => refuse(400, 'The points do not lie on the image.', '测量点不在影像内。'),
  right: () => refuse(403, 'Only clinicians measure on images.', '仅临床医生可在影像上测量。'),
  care: () =>
    refuse(
      403,
      'Measured is by those whose institution cares for the patient.',
      '仅负责该患者诊疗的机构可测量。',
    ),
  waiting: () =>
    refuse(
      409,
      'The study waits for its patient: nothing is measured on it yet.',
      '该检查尚未与患者关联，暂不能测量。',
    ),
  uncalibrated: () =>
    refuse(
      422,
      'These pixels have no size in the patient: a lesion of RECIST has no length of them.',
      '该影像未标定像素间距，不能作为 RECIST 病灶长度。',
    ),
};
