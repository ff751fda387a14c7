import {
  codeable,
  conceptIn,
  dateIn,
  type FhirWriter,
  fhirWriter,
  LOINC,
  mcodeProfile,
  SNOMED,
  said,
} from '@nodp/record/fhir';
import { type SQL, sql } from 'drizzle-orm';
import { methodCodeOf } from './methods.ts';
import { ASKED_FOR_BY_CODE, codeAskingFor } from './other-systems.ts';
import { stage } from './table.ts';

/** What SNOMED CT asks by each axis, clinically and pathologically (mCODE), and where neither is said. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<'c' | 'p' | 'none', string>>>> = {
  group: { c: '399537006', p: '399588009', none: '399390009' },
  T: { c: '399504009', p: '384625004', none: '78873005' },
  N: { c: '399534004', p: '371494008', none: '277206009' },
  M: { c: '399387003', p: '371497001', none: '277208005' },
};
const PROFILES: Readonly<Record<string, string>> = {
  group: 'tnm-stage-group',
  T: 'tnm-primary-tumor-category',
  N: 'tnm-regional-nodes-category',
  M: 'tnm-distant-metastases-category',
};
/** Stage group of any other system (LOINC). */
const STAGE_GROUP = { c: '21908-9', p: '21902-2', none: '21914-7' } as const;

/** After treatment the pathologist finds it; the value says that it was after. */
const askedOf = (classification: string | null): 'c' | 'p' | 'none' =>
  classification === 'c' ? 'c' : classification === 'p' || classification === 'y' ? 'p' : 'none';

const questionOf = (axis: string, classification: string | null) => {
  const asked = askedOf(classification);
  const tnm = QUESTIONS[axis]?.[asked];
  if (tnm !== undefined) return { system: SNOMED, code: tnm };
  return codeAskingFor(axis) ?? { system: LOINC, code: STAGE_GROUP[asked] };
};

const AXES = [...Object.keys(QUESTIONS), ...ASKED_FOR_BY_CODE, 'any other'];

/** As `questionOf`, in SQL, so that a search finds what is written. */
const asked = (part: 'system' | 'code'): SQL => {
  const cases = AXES.flatMap((axis) =>
    ['c', 'p', 'y', null].map((classification) => {
      const is = axis === 'any other' ? sql`true` : sql`${stage.axis} = ${quoted(axis)}`;
      const and =
        classification === null
          ? sql`true`
          : sql`${stage.classification} = ${quoted(classification)}`;
      return sql`when ${is} and ${and} then ${quoted(questionOf(axis, classification)[part])}`;
    }),
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
};

/** Constants of this file, so that no statement has them as parameters. */
const quoted = (text: string): SQL => sql.raw(`'${text}'`);

/** A stage sent as an Observation of its own; what a Condition said of its stage is written with the Condition. */
export const toFhir: FhirWriter = fhirWriter(stage, {
  types: ['Observation'],
  search: {
    code: [{ system: asked('system'), code: asked('code') }],
    date: { on: stage.assessedOn, precision: stage.assessedPrecision },
    status: sql`'final'`,
  },
  write: (row, { common, subject, refer }) => {
    const focus = refer('Condition', row.tumourSourceId);
    const value = conceptIn(row, 'sent');
    const profile = PROFILES[row.axis];
    const method = methodCodeOf(row.system);
    return said({
      resourceType: 'Observation',
      ...common,
      ...mcodeProfile(profile ?? '', profile !== undefined && value !== undefined),
      status: 'final',
      code: { coding: [questionOf(row.axis, row.classification)] },
      subject,
      focus: focus === undefined ? [] : [focus],
      effectiveDateTime: dateIn(row, 'assessed'),
      method:
        method === null ? codeable(null, null, row.system) : codeable(SNOMED, method, row.system),
      // What was measured instead of coded (a depth of 1.2 mm) stands in words.
      ...(value === undefined ? { valueString: row.value } : { valueCodeableConcept: value }),
    });
  },
});
