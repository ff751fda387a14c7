/** What is measured; measures that the sources cannot answer stand greyed, with the reason. */
import { useLingui } from '@lingui/react/macro';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { MeasureInfo } from '../../asked.ts';
import type { Change } from '../../question/change.ts';
import type { Question } from '../../question/question.ts';
import { groupWords } from '../../words.ts';
import { field } from './field.ts';

export function MeasureChoice({
  question,
  measures,
  onChange,
}: {
  question: Question;
  /** What each source says of its measures. */
  measures: readonly (readonly MeasureInfo[])[];
  onChange: Change;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [first = [], ...others] = measures;
  const grouped = Object.keys(groupWords) as (keyof typeof groupWords)[];
  const choices = grouped.flatMap((group) =>
    first
      .filter((info) => info.group === group)
      .map((info) => {
        const elsewhere = others.map((infos) => infos.find((i) => i.measure === info.measure));
        const reason = [info, ...elsewhere].find((i) => i?.absent)?.absent;
        return {
          value: info.measure,
          words: label(info.label),
          group: i18n._(groupWords[group]),
          absent: reason ? label(reason) : undefined,
        };
      }),
  );
  const info = first.find(({ measure }) => measure === question.measure);
  return (
    <>
      <SelectBox
        always
        label={t`Measure`}
        choices={choices}
        chosen={choices.some(({ value }) => value === question.measure) ? [question.measure] : []}
        onChange={([measure]) => {
          const next = first.find((i) => i.measure === measure);
          if (next) onChange({ measure: next.measure });
        }}
        sx={field}
      />
      {info && <p>{label(info.sentence)}</p>}
    </>
  );
}
