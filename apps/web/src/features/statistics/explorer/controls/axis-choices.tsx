/** What a measure is crossed by, in the order of the axes; what cannot be is greyed with the reason. */
import { useLingui } from '@lingui/react/macro';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import type { StatisticsDimension } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { type Change, withAxis } from '../../question/change.ts';
import { type Info, whyNoAxis } from '../../question/possible.ts';
import type { Question } from '../../question/question.ts';
import { MOST_DIMENSIONS } from '../../question/vocabulary.ts';
import { field } from './field.ts';

export function AxisChoices({
  question: { by },
  infos,
  onChange,
}: {
  question: Question;
  infos: readonly Info[];
  onChange: Change;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const names = [t`Crossed by`, t`and by (2nd)`, t`and by (3rd)`, t`and by (4th)`];
  const choicesAt = (place: number) =>
    (infos[0]?.dimensions ?? []).map(({ dimension, label: words }) => {
      // What stands at this place gives way to what is chosen for it.
      const others = by.filter((_, i) => i !== place);
      const reason = whyNoAxis(dimension, others, infos);
      return { value: dimension, words: label(words), absent: reason ? label(reason) : undefined };
    });
  const nothing = { value: '', words: t`nothing` };
  return names
    .slice(0, Math.min(by.length + 1, MOST_DIMENSIONS))
    .map((name, place) => (
      <SelectBox
        key={name}
        always
        label={name}
        choices={[nothing, ...choicesAt(place)]}
        chosen={[by[place] ?? '']}
        onChange={([dimension]) =>
          onChange({ by: withAxis(by, place, (dimension as StatisticsDimension) || null) })
        }
        sx={field}
      />
    ));
}
