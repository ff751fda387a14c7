/** What each cell is compared with: the same cell but for the dimensions named here. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { SelectBox } from '../../../../design/filters/select-box.tsx';
import type { StatisticsDimension } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Source } from '../../asked.ts';
import type { Change } from '../../question/change.ts';
import { everything, withMembers } from '../../question/filter.ts';
import { type Info, narrowable } from '../../question/possible.ts';
import type { Question } from '../../question/question.ts';
import { NARROWED } from '../../question/vocabulary.ts';
import { field, fields } from './field.ts';
import { MembersField, YearFields } from './filter-fields.tsx';

export function Reference({
  question,
  source,
  info,
  onChange,
}: {
  question: Question;
  source: Source;
  info: Info | null;
  onChange: Change;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const against = question.against ?? everything;
  const choices = narrowable(info)
    .filter(({ dimension }) => dimension !== 'YEAR')
    .map(({ dimension, label: name, absent }) => ({
      value: dimension,
      words: label(name),
      absent: absent === null ? undefined : label(absent),
    }));
  const named = NARROWED.filter((dimension) => against.members[dimension] !== undefined);
  const hasYears = source.dimensions.some(({ dimension }) => dimension === 'YEAR');
  return (
    <>
      <p>
        <Trans>
          Each figure is compared with the same one but for what is named here; a dimension that is
          named without a choice is taken as a whole.
        </Trans>
      </p>
      <Box sx={fields}>
        <SelectBox
          several
          label={t`The reference differs in`}
          choices={choices}
          chosen={named}
          onChange={(next) => onChange({ against: withNamed(against, named, next) })}
          sx={{ ...field, gridColumn: '1 / -1' }}
        />
        {named.map((dimension) => (
          <MembersField
            key={dimension}
            named
            source={source}
            dimension={dimension}
            filter={against}
            onChange={(next) => onChange({ against: next })}
          />
        ))}
        {hasYears && question.against !== null && (
          <YearFields
            source={source}
            filter={against}
            onChange={(next) => onChange({ against: next })}
          />
        )}
      </Box>
    </>
  );
}

/** The filter with these dimensions named and no others; those named already keep what is chosen of them. */
const withNamed = (
  filter: NonNullable<Question['against']>,
  former: readonly StatisticsDimension[],
  next: readonly string[],
) =>
  NARROWED.reduce((made, dimension) => {
    if (!next.includes(dimension)) return withMembers(made, dimension, null);
    return former.includes(dimension) ? made : withMembers(made, dimension, []);
  }, filter);
