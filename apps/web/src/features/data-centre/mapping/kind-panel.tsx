/** One kind of record of a mapping: its columns against those of the file. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { Panel } from '../../../design/page.tsx';
import { useLabel } from '../../../i18n/label.ts';
import type { UploadKind } from '../upload-request.ts';
import { ColumnRow } from './column-row.tsx';
import { COLUMN_TYPE, type MappedKind, withRule } from './model.ts';

export function KindPanel({
  mapped,
  kind,
  header,
  valuesOf,
  change,
}: {
  mapped: MappedKind;
  /** Undefined of rows that are retained. */
  kind: UploadKind | undefined;
  header: readonly string[];
  valuesOf: (column: string) => readonly string[];
  change: (to: MappedKind | null) => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const title = kind ? label(kind.title) : t`Retained as sent, not read`;
  const used = new Set(Object.values(mapped.columns).flatMap(({ from = [] }) => from));
  return (
    <Panel
      title={title}
      actions={
        <Button size="small" color="error" onClick={() => change(null)}>
          <Trans>Remove</Trans>
        </Button>
      }
    >
      <Only mapped={mapped} header={header} valuesOf={valuesOf} change={change} title={title} />
      {kind && (
        <>
          <Stack
            direction="row"
            component="ul"
            aria-label={t`Columns of the file`}
            sx={{ flexWrap: 'wrap', gap: 0.75, px: 1.5, py: 0.5, m: 0, listStyle: 'none' }}
          >
            {header.map((cell) => (
              <li key={cell}>
                <Chip
                  size="small"
                  label={cell}
                  variant={used.has(cell) ? 'filled' : 'outlined'}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(COLUMN_TYPE, cell)}
                  sx={{ cursor: 'grab' }}
                />
              </li>
            ))}
          </Stack>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {kind.columns.map((column) => (
              <ColumnRow
                key={column.name}
                column={column}
                rule={mapped.columns[column.name] ?? {}}
                header={header}
                valuesOf={valuesOf}
                change={(rule) => change(withRule(mapped, column.name, rule))}
              />
            ))}
          </Box>
        </>
      )}
    </Panel>
  );
}

/** Which rows say a record of this kind: all, or those of which a column says something. */
function Only({
  mapped,
  header,
  valuesOf,
  change,
  title,
}: {
  mapped: MappedKind;
  header: readonly string[];
  valuesOf: (column: string) => readonly string[];
  change: (to: MappedKind) => void;
  title: string;
}) {
  const { t } = useLingui();
  const [condition, ...others] = mapped.where ?? [];
  const set = (column: string, is: readonly string[]) => {
    const { where: _, ...rest } = mapped;
    const all = [...(column === '' ? [] : [{ column, is }]), ...others];
    change(all.length === 0 ? rest : { ...rest, where: all });
  };
  const said = condition === undefined ? [] : valuesOf(condition.column);
  const choices = [...new Set([...(condition?.is ?? []), ...said])];
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center', p: 1.5, pb: 1 }}>
      <TextField
        select
        size="small"
        label={t`Rows that are read`}
        value={condition?.column ?? ''}
        onChange={(event) => set(event.target.value, [])}
        sx={{ minWidth: 220 }}
        slotProps={{
          inputLabel: { shrink: true },
          select: { displayEmpty: true, 'aria-label': t`Rows that are read as ${title}` },
        }}
      >
        <MenuItem value="">
          <Trans>all</Trans>
        </MenuItem>
        {header.map((cell) => (
          <MenuItem key={cell} value={cell}>
            <Trans>where “{cell}” says</Trans>
          </MenuItem>
        ))}
      </TextField>
      {condition && (
        <TextField
          select
          size="small"
          label={t`What it says`}
          value={condition.is}
          onChange={(event) =>
            set(condition.column, event.target.value as unknown as readonly string[])
          }
          sx={{ minWidth: 220, maxWidth: '100%' }}
          slotProps={{
            inputLabel: { shrink: true },
            select: {
              multiple: true,
              displayEmpty: true,
              renderValue: (values) => (values as string[]).join(', ') || t`anything`,
            },
          }}
        >
          {choices.map((value) => (
            <MenuItem key={value} value={value}>
              {value}
            </MenuItem>
          ))}
        </TextField>
      )}
      {others.length > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>and further conditions of the saved mapping, which stay</Trans>
        </Typography>
      )}
    </Stack>
  );
}
