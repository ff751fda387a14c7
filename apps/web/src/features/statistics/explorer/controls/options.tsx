/** What else changes the answer of the measure: events, standard population, interval, years. */
import { useLingui } from '@lingui/react/macro';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import { standardWords } from '../../../../design/words.ts';
import type { Change } from '../../question/change.ts';
import { type Info, takes } from '../../question/possible.ts';
import type { Question } from '../../question/question.ts';
import {
  APPROACHES,
  EVENTS,
  INTERVALS,
  MOST_JOINS,
  SELECTIONS,
  STANDARDS,
} from '../../question/vocabulary.ts';
import { approachWords, eventWords, intervalWords, selectionWords } from '../../words.ts';
import { field } from './field.ts';
import { IndicatorChoice } from './indicator-choice.tsx';

export function Options({
  question,
  infos,
  onChange,
}: {
  question: Question;
  infos: readonly Info[];
  onChange: Change;
}) {
  const { t, i18n } = useLingui();
  const one = <Value extends string>(
    label: string,
    values: readonly Value[],
    chosen: Value,
    words: (value: Value) => string,
    change: (value: Value) => Partial<Question>,
  ) => (
    <SelectBox
      key={label}
      always
      label={label}
      choices={values.map((value) => ({ value, words: words(value) }))}
      chosen={[chosen]}
      onChange={([next]) => {
        const value = values.find((v) => v === next);
        if (value !== undefined) onChange(change(value));
      }}
      sx={field}
    />
  );
  const counted = EVENTS.filter((events) => infos.every((info) => info.events.includes(events)));
  const years = (label: string, values: number[], chosen: number | null, usual: string) => ({
    label,
    values: ['', ...values.map(String)],
    chosen: chosen?.toString() ?? '',
    words: (value: string) => (value === '' ? usual : value),
  });
  const at = years(t`Years`, range(1, 25), question.at, t`as usual`);
  const joins = years(
    t`Most joins of the trend`,
    range(0, MOST_JOINS),
    question.joins,
    t`as usual`,
  );
  const given = years(t`Survived already, years`, range(0, 24), question.given, t`as usual`);
  return (
    <>
      {(counted.length > 1 || !counted.includes(question.events)) &&
        one(
          t`Events`,
          counted,
          question.events,
          (value) => i18n._(eventWords[value]),
          (events) => ({ events }),
        )}
      {takes(infos, 'STANDARD') &&
        one(
          t`Standard population`,
          STANDARDS,
          question.standard,
          (value) => i18n._(standardWords[value]),
          (standard) => ({ standard }),
        )}
      {takes(infos, 'INTERVAL') &&
        one(
          t`Interval`,
          INTERVALS,
          question.interval,
          (value) => i18n._(intervalWords[value]),
          (interval) => ({ interval }),
        )}
      {takes(infos, 'AT') &&
        one(at.label, at.values, at.chosen, at.words, (value) => ({ at: Number(value) || null }))}
      {takes(infos, 'GIVEN') &&
        one(given.label, given.values, given.chosen, given.words, (value) => ({
          given: value === '' ? null : Number(value),
        }))}
      {takes(infos, 'APPROACH') &&
        one(
          t`Whose follow-up`,
          APPROACHES,
          question.approach,
          (value) => i18n._(approachWords[value]),
          (approach) => ({ approach }),
        )}
      {takes(infos, 'JOINS') &&
        one(joins.label, joins.values, joins.chosen, joins.words, (value) => ({
          joins: value === '' ? null : Number(value),
        }))}
      {takes(infos, 'INDICATOR') && <IndicatorChoice question={question} onChange={onChange} />}
      {takes(infos, 'SELECTION') &&
        one(
          t`Joins are chosen by`,
          SELECTIONS,
          question.choice,
          (value) => i18n._(selectionWords[value]),
          (choice) => ({ choice }),
        )}
    </>
  );
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
