/** A column of a kind and what it is read from. */
import { Trans, useLingui } from '@lingui/react/macro';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useLabel } from '../../../i18n/label.ts';
import { COLUMN_TYPE, type ColumnRule, type KindColumn, unknownValues } from './model.ts';
import { RuleDetails } from './rule-details.tsx';

export function ColumnRow({
  column,
  rule,
  header,
  valuesOf,
  change,
}: {
  column: KindColumn;
  rule: ColumnRule;
  header: readonly string[];
  valuesOf: (column: string) => readonly string[];
  change: (rule: ColumnRule) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const details = useId();
  const from = rule.from ?? [];
  const said = from.length === 1 && from[0] !== undefined ? valuesOf(from[0]) : [];
  const unset =
    column.type === 'choice'
      ? unknownValues(column, said).filter((value) => rule.values?.[value] === undefined).length
      : 0;
  const name = label(column.label);
  return (
    <Stack
      component="li"
      sx={{ borderTop: 1, borderColor: 'divider', px: 1.5, py: 0.75, gap: 0.75 }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(COLUMN_TYPE)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dropped = event.dataTransfer.getData(COLUMN_TYPE);
        if (dropped) change({ ...rule, from: [dropped] });
      }}
    >
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}
      >
        <Typography variant="body2" sx={{ flex: '1 1 200px', minWidth: 0 }}>
          {name}
          {column.required && (
            <Typography component="span" variant="body2" sx={{ color: 'error.main' }}>
              {' '}
              <Trans>(required)</Trans>
            </Typography>
          )}{' '}
          <code>{column.name}</code>
        </Typography>
        <TextField
          select
          size="small"
          value={from}
          onChange={(event) =>
            change({ ...rule, from: event.target.value as unknown as readonly string[] })
          }
          sx={{ flex: '2 1 240px', minWidth: 0 }}
          slotProps={{
            select: {
              multiple: true,
              displayEmpty: true,
              'aria-label': t`Column of the file for ${name}`,
              renderValue: (values) =>
                (values as string[]).join(' + ') || rule.constant || t`not in the file`,
            },
          }}
        >
          {header.map((cell) => (
            <MenuItem key={cell} value={cell}>
              {cell}
            </MenuItem>
          ))}
        </TextField>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={details}
          aria-label={t`Details of ${name}`}
          onClick={() => setOpen(!open)}
        >
          <Trans>Details</Trans>
        </Button>
        {unset > 0 && (
          <Typography variant="body2" sx={{ color: 'warning.main' }}>
            <Trans>values without a meaning: {unset}</Trans>
          </Typography>
        )}
      </Stack>
      <div id={details}>
        {open && <RuleDetails column={column} rule={rule} said={said} change={change} />}
      </div>
    </Stack>
  );
}
