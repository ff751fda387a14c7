import type { Label } from '@nodp/terminology';
import { type Drug, drug, drugsOfAtc, regimen } from '@nodp/terminology/drugs';
import { lintCodes } from '../../criterion/codes.ts';
import { event } from '../../criterion/event.ts';
import type { CriterionMeaning } from '../../criterion/module.ts';
import { asKept, isSentName, sentLabel } from '../../criterion/sent-name.ts';
import { type FlagColumn, flag } from '../../criterion/where.ts';
import { about, join, or, same } from '../../criterion/words.ts';
import { form, type Treatment, type TreatmentKind } from './form.ts';

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

const drugLabel = (code: string): Label => {
  if (isSentName(code)) return sentLabel(code);
  const [only, ...more] = drugsOf(code);
  if (only === undefined) return same(code);
  return more.length === 0 ? only.label : same(`ATC ${code}`);
};

/** What the column has: names; ATC codes of the fifth level in releases built before drugs had names of their own. */
const asReleased = (code: string): readonly string[] =>
  isSentName(code)
    ? [asKept(code)]
    : drugsOf(code).flatMap(({ id, atc }) => (atc.length === 7 ? [id, atc] : [id]));
const regimenLabel = (id: string): Label =>
  regimen(id) === null ? same(id) : { en: id, zh: `${id}方案` };

/** A treatment by itself, without whose it is. */
export const treatmentLabel = ({ kind, drugs = [], regimens = [], lines = [] }: Treatment): Label =>
  join(
    [
      ...(kind === undefined ? [] : [KINDS[kind]]),
      ...(drugs.length === 0 ? [] : [about('with ', '药物为', or(drugs.map(drugLabel)))]),
      ...(regimens.length === 0
        ? []
        : [about('by regimen ', '方案为', or(regimens.map(regimenLabel)))]),
      ...(lines.length === 0
        ? []
        : [about('in line ', '治疗线数为', or(lines.map((line) => same(String(line)))))]),
    ],
    ' ',
    '，',
  );

export const meaning: CriterionMeaning<Treatment> = {
  lint: (value, report) => {
    const { drugs = [], regimens = [] } = value;
    if (!form.asks(value))
      report('nothing-asked', '', {
        en: 'Name a kind, a drug, a regimen or a line.',
        zh: '请指定治疗类别、药物、方案或线数。',
      });
    lintCodes(drugs, (code) => isSentName(code) || drugsOf(code).length > 0, report, 'drugs');
    lintCodes(regimens, (id) => regimen(id) !== null, report, 'regimens');
  },
  print: (treatment) =>
    about(
      'treated, for this cancer as far as is known: ',
      '（据所知针对本癌）接受治疗：',
      treatmentLabel(treatment),
    ),
  where: ({ kind, drugs = [], regimens = [], lines = [] }) =>
    kind !== undefined && kind !== 'OTHER' && drugs.length + regimens.length + lines.length === 0
      ? flag(FLAGS[kind])
      : event('treatments', {
          kind: kind === undefined ? [] : [kind],
          drug: drugs.flatMap(asReleased),
          regimen: regimens,
          line: lines,
        }),
};
