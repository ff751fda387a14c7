/** What rows have to meet: a column, how it is compared, and with what. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { WorkspaceColumn } from './queries.ts';
import {
  type Comparison,
  comparisonsOf,
  type Filter,
  isWhole,
  takesValue,
} from './statement-of.ts';

const MOST_FILTERS = 8;

export function Filters({
  columns,
  filters,
  onChange,
}: {
  columns: readonly WorkspaceColumn[];
  filters: readonly Filter[];
  onChange: (filters: readonly Filter[]) => void;
}) {
  const { t } = useLingui();
  const [first] = columns;
  if (first === undefined) return null;
  const put = (at: number, filter: Filter) =>
    onChange(filters.map((one, i) => (i === at ? filter : one)));
  const words: Record<Comparison, string> = {
    ...{ '=': t`is`, '<>': t`is not`, '<': '<', '<=': '≤', '>': '>', '>=': '≥' },
    ...{ 'is null': t`is empty`, 'is not null': t`is not empty` },
  };
  return (
    <Stack sx={{ gap: 1, mb: 1.5 }}>
      {filters.map((filter, at) => {
        const column = columns.find(({ name }) => name === filter.column) ?? first;
        const place = at + 1;
        return (
          <Stack
            // biome-ignore lint/suspicious/noArrayIndexKey: filters without identity
            key={at}
            direction="row"
            role="group"
            aria-label={t`Filter ${place}`}
            sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}
          >
            <TextField
              select
              size="small"
              label={t`Column`}
              value={column.name}
              sx={{ minWidth: 150 }}
              onChange={({ target }) =>
                put(at, { column: target.value, comparison: '=', value: '' })
              }
            >
              {columns.map(({ name }) => (
                <MenuItem key={name} value={name}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              size="small"
              label={t`Comparison`}
              value={filter.comparison}
              sx={{ minWidth: 110 }}
              onChange={({ target }) =>
                put(at, { ...filter, comparison: target.value as Comparison })
              }
            >
              {comparisonsOf(column).map((one) => (
                <MenuItem key={one} value={one}>
                  {words[one]}
                </MenuItem>
              ))}
            </TextField>
            {takesValue(filter.comparison) && (
              <TextField
                size="small"
                label={t`Value`}
                value={filter.value}
                error={filter.value !== '' && !isWhole(filter, column)}
                onChange={({ target }) => put(at, { ...filter, value: target.value })}
                select={column.type === 'boolean'}
                sx={{ minWidth: 120 }}
                slotProps={{ htmlInput: { maxLength: 200 } }}
              >
                {column.type === 'boolean'
                  ? [
                      <MenuItem key="true" value="true">
                        {t({ message: 'yes', context: 'value' })}
                      </MenuItem>,
                      <MenuItem key="false" value="false">
                        {t({ message: 'no', context: 'value' })}
                      </MenuItem>,
                    ]
                  : undefined}
              </TextField>
            )}
            <Button
              size="small"
              aria-label={t`Remove filter ${place}`}
              onClick={() => onChange(filters.filter((_, i) => i !== at))}
            >
              <Trans>Remove</Trans>
            </Button>
          </Stack>
        );
      })}
      <Button
        size="small"
        variant="outlined"
        sx={{ alignSelf: 'flex-start' }}
        disabled={filters.length >= MOST_FILTERS}
        onClick={() => onChange([...filters, { column: first.name, comparison: '=', value: '' }])}
      >
        <Trans>Add a filter</Trans>
      </Button>
    </Stack>
  );
}
