import type { Label } from '@nodp/terminology';
import { type Drug, drug, drugsOfAtc, regimen } from '@nodp/terminology/drugs';
import { lintCodes } from '../../criterion/codes.ts';
import { event } from '../../criterion/event.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { boundsLabel, lintBounds } from '../../criterion/range.ts';
import type { Bounds } from '../../criterion/range-form.ts';
import { asStored, isSentName, sentLabel } from '../../criterion/sent-name.ts';
import { type FlagColumn, flag } from '../../criterion/where.ts';
import { about, join, or, same } from '../../criterion/words.ts';
import { form, TREATMENT_INTENT_LABELS, type Treatment, type TreatmentKind } from './form.ts';

const KINDS: Readonly<Record<TreatmentKind, Label>> = {
  SURGERY: { en: 'surgery', zh: '手术' },
  RADIOTHERAPY: { en: 'radiotherapy', zh: '放射治疗' },
  SYSTEMIC: { en: 'systemic treatment', zh: '全身治疗' },
  OTHER: { en: 'other treatment', zh: '其他治疗' },
};

/** Kinds that a column of cases says of the person, so that no table of events has to be asked. */
const FLAGS: Readonly<Record<Exclude<TreatmentKind, 'OTHER'>, FlagColumn>> = {
  SURGERY: 'surgery',
  RADIOTHERAPY: 'radiotherapy',
  SYSTEMIC: 'systemic',
};

const ATC = /^[A-Z]\d{2}[A-Z]{0,2}(?:\d{2})?$/;

/** The drugs a code or name asks for; those of an ATC group where it is one. */
const drugsOf = (code: string): readonly Drug[] => {
  const named = drug(code);
  return named !== null ? [named] : ATC.test(code) ? drugsOfAtc(code) : [];
};

/** A drug, or a group of them, in plain words. */
export const drugLabel = (code: string): Label => {
  if (isSentName(code)) return sentLabel(code);
  const [only, ...more] = drugsOf(code);
  if (only === undefined) return same(code);
  return more.length === 0 ? only.label : same(`ATC ${code}`);
};

/** What the column has: names; ATC codes of the fifth level in releases built before drugs had names of their own. */
const asReleased = (code: string): readonly string[] =>
  isSentName(code)
    ? [asStored(code)]
    : drugsOf(code).flatMap(({ id, atc }) => (atc.length === 7 ? [id, atc] : [id]));
/** A regimen in plain words. */
export const regimenLabel = (id: string): Label =>
  regimen(id) === null ? same(id) : { en: id, zh: `${id}方案` };

/** Gy, fractions and days that no treatment has more of. */
const MOST = { dose: 500, fractions: 500, days: 36_500 } as const;

/** A treatment by itself, without whose it is. */
export const treatmentLabel = (treatment: Treatment): Label => {
  const { kind, drugs = [], regimens = [], lines = [], intents = [] } = treatment;
  const { dose, fractions, days } = treatment;
  const some = (en: string, zh: string, labels: readonly Label[]): Label[] =>
    labels.length === 0 ? [] : [about(en, zh, or(labels))];
  const bounded = (en: string, zh: string, bounds: Bounds | undefined, unit = ''): Label[] =>
    bounds === undefined ? [] : [about(en, zh, boundsLabel(bounds, unit))];
  return join(
    [
      ...(kind === undefined ? [] : [KINDS[kind]]),
      ...some('with ', '药物为', drugs.map(drugLabel)),
      ...some('by regimen ', '方案为', regimens.map(regimenLabel)),
      ...some(
        'in line ',
        '治疗线数为',
        lines.map((line) => same(String(line))),
      ),
      ...some(
        'of intent ',
        '治疗意图为',
        intents.map((intent) => TREATMENT_INTENT_LABELS[intent]),
      ),
      ...bounded('total dose ', '总剂量', dose, 'Gy'),
      ...bounded('fractions ', '分割次数', fractions),
      ...bounded('days from start to end ', '持续天数', days),
    ],
    ' ',
    '，',
  );
};

export const meaning: CriterionMeaning<Treatment> = {
  lint: (value, report) => {
    const { drugs = [], regimens = [], dose = {}, fractions = {}, days = {} } = value;
    if (!form.asks(value))
      report('nothing-asked', '', {
        en: 'Name a kind, a drug, a regimen, a line, an intent, a dose or a duration.',
        zh: '请指定治疗类别、药物、方案、线数、意图、剂量或持续时间。',
      });
    lintCodes(drugs, (code) => isSentName(code) || drugsOf(code).length > 0, report, 'drugs');
    lintCodes(regimens, (id) => regimen(id) !== null, report, 'regimens');
    lintBounds(dose, [0, MOST.dose], report, 'dose');
    lintBounds(fractions, [0, MOST.fractions], report, 'fractions');
    lintBounds(days, [0, MOST.days], report, 'days');
  },
  print: (treatment) =>
    about(
      'treated, for this cancer as far as is known: ',
      '（据所知针对本癌）接受治疗：',
      treatmentLabel(treatment),
    ),
  where: ({ kind, drugs = [], regimens = [], lines = [], intents = [], dose, fractions, days }) => {
    const listed = drugs.length + regimens.length + lines.length + intents.length;
    const alone = listed === 0 && [dose, fractions, days].every((bounds) => bounds === undefined);
    if (kind !== undefined && kind !== 'OTHER' && alone) return flag(FLAGS[kind]);
    return event(
      'treatments',
      {
        kind: kind === undefined ? [] : [kind],
        drug: drugs.flatMap(asReleased),
        regimen: regimens,
        line: lines,
        intent: intents.map((intent) => intent.toLowerCase()),
      },
      { dose: inCentigrays(dose), fractions, duration_days: days },
    );
  },
};

/** As a release has it. */
function inCentigrays({ from, to }: Bounds = {}): Bounds {
  return {
    ...(from === undefined ? {} : { from: 100 * from }),
    ...(to === undefined ? {} : { to: 100 * to }),
  };
}
