/** How a column is read, beside which column of the file it is: fixed values, parts of cells, days, and what values mean. */
import { Trans, useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLabel } from '../../../i18n/label.ts';
import { type ColumnRule, type KindColumn, unknownValues } from './model.ts';

/** Values whose meaning is asked for at once. */
const SHOWN = 40;
/** In a select, as it is: of a value the platform's own words. */
const [AS_IS, EMPTY] = ['\u0000as-is', '\u0000empty'];

export function RuleDetails({
  column,
  rule,
  said,
  change,
}: {
  column: KindColumn;
  rule: ColumnRule;
  said: readonly string[];
  change: (rule: ColumnRule) => void;
}) {
  const { t } = useLingui();
  const isDay = column.type === 'date' || column.type === 'time';
  const isAmount = column.type === 'number' || column.type === 'text';
  return (
    <Stack sx={{ gap: 1.5, py: 1 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5 }}>
        <FixedValue column={column} rule={rule} change={change} />
        {isDay && (
          <TextField
            select
            size="small"
            label={t`Days are written`}
            value={rule.dates ?? ''}
            onChange={(event) => change({ ...rule, dates: event.target.value as 'dmy' })}
            sx={{ minWidth: 240 }}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">
              <Trans>year, month, day</Trans>
            </MenuItem>
            <MenuItem value="dmy">
              <Trans>day, month, year</Trans>
            </MenuItem>
            <MenuItem value="mdy">
              <Trans>month, day, year</Trans>
            </MenuItem>
            <MenuItem value="registry">
              <Trans>as registries do: 20100399 in March 2010</Trans>
            </MenuItem>
          </TextField>
        )}
        {isAmount && (
          <TextField
            select
            size="small"
            label={t`Part of the cell`}
            value={rule.take ?? ''}
            onChange={(event) => change({ ...rule, take: event.target.value as 'amount' })}
            sx={{ minWidth: 240 }}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">
              <Trans>the whole</Trans>
            </MenuItem>
            <MenuItem value="amount">
              <Trans>the number of “66.9 kg”</Trans>
            </MenuItem>
            <MenuItem value="unit">
              <Trans>the unit of “66.9 kg”</Trans>
            </MenuItem>
            <MenuItem value="words">
              <Trans>what is no number with a unit</Trans>
            </MenuItem>
          </TextField>
        )}
        {(rule.from?.length ?? 0) > 1 && (
          <TextField
            size="small"
            label={t`Between the columns`}
            value={rule.join ?? ' '}
            onChange={(event) => change({ ...rule, join: event.target.value })}
            sx={{ width: 160 }}
          />
        )}
      </Stack>
      <Values column={column} rule={rule} said={said} change={change} />
    </Stack>
  );
}

function FixedValue({
  column,
  rule,
  change,
}: {
  column: KindColumn;
  rule: ColumnRule;
  change: (rule: ColumnRule) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const isChoice = column.type === 'choice';
  return (
    <TextField
      select={isChoice}
      size="small"
      label={t`Where the file says nothing`}
      value={rule.constant ?? ''}
      onChange={(event) => change({ ...rule, constant: event.target.value })}
      sx={{ minWidth: 240 }}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      {isChoice && (
        <MenuItem value="">
          <Trans>stays empty</Trans>
        </MenuItem>
      )}
      {isChoice &&
        column.values.map(({ value, label: words }) => (
          <MenuItem key={value} value={value}>
            {label(words)}
          </MenuItem>
        ))}
    </TextField>
  );
}

/** What each value of the file means: one of the column's own, something typed, or nothing. */
function Values({
  column,
  rule,
  said,
  change,
}: {
  column: KindColumn;
  rule: ColumnRule;
  said: readonly string[];
  change: (rule: ColumnRule) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const values = rule.values ?? {};
  const isChoice = column.type === 'choice';
  const asked = [
    ...new Set([...Object.keys(values), ...(isChoice ? unknownValues(column, said) : said)]),
  ];
  const set = (value: string, to: string | null) => {
    const { [value]: _, ...others } = values;
    change({ ...rule, values: to === null ? others : { ...others, [value]: to } });
  };
  if (asked.length === 0 || (!isChoice && column.type !== 'text')) return null;
  const name = label(column.label);
  const more = asked.length - SHOWN;
  return (
    <Stack component="fieldset" sx={{ gap: 0.75, border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ p: 0, mb: 0.5 }}>
        <Trans>What the values of the file mean for “{name}”</Trans>
      </Typography>
      {asked.slice(0, SHOWN).map((value) => (
        <Stack
          key={value}
          direction="row"
          sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}
        >
          <Typography
            variant="body2"
            sx={{ flex: '0 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}
          >
            {value}
          </Typography>
          {isChoice ? (
            <TextField
              select
              size="small"
              value={values[value] === undefined ? AS_IS : values[value] || EMPTY}
              onChange={({ target }) =>
                set(
                  value,
                  target.value === AS_IS ? null : target.value === EMPTY ? '' : target.value,
                )
              }
              sx={{ flex: '2 1 200px', maxWidth: 360 }}
              slotProps={{ select: { 'aria-label': t`Meaning of ${value}` } }}
            >
              <MenuItem value={AS_IS}>
                <Trans>not set: the row is refused</Trans>
              </MenuItem>
              <MenuItem value={EMPTY}>
                <Trans>stays empty</Trans>
              </MenuItem>
              {column.values.map(({ value: own, label: words }) => (
                <MenuItem key={own} value={own}>
                  {label(words)}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <TextField
              size="small"
              value={values[value] ?? value}
              onChange={({ target }) => set(value, target.value === value ? null : target.value)}
              sx={{ flex: '2 1 200px', maxWidth: 360 }}
              slotProps={{ htmlInput: { 'aria-label': t`Meaning of ${value}` } }}
            />
          )}
        </Stack>
      ))}
      {more > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>and {more} more values, which are read as they are</Trans>
        </Typography>
      )}
    </Stack>
  );
}
