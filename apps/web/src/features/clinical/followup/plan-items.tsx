/** What a plan of follow-up has to be done, one line each. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useCodeWords } from '../../../design/code-words.ts';
import { ACTIVITY_STATUSES, type PlannedItem } from './plans.ts';

const MOST = 30;

export function PlanItems({
  items,
  onChange,
}: {
  items: readonly PlannedItem[];
  onChange: (items: readonly PlannedItem[]) => void;
}) {
  const { t } = useLingui();
  const code = useCodeWords();
  const set = (at: number, change: Partial<PlannedItem>) =>
    onChange(items.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <Box
      component="fieldset"
      sx={{ m: 0, p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Box component="legend" sx={{ px: 0.5, fontSize: 13 }}>
        <Trans>What is planned</Trans>
      </Box>
      {items.map((item, at) => {
        const number = at + 1;
        return (
          <Box
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
            key={at}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '1fr 150px auto' },
              gap: 1,
              mb: 1,
            }}
          >
            <TextField
              size="small"
              label={t`Item ${number}`}
              value={item.what}
              onChange={(event) => set(at, { what: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 200 } }}
            />
            <TextField
              select
              size="small"
              label={t`Status of item ${number}`}
              value={item.status}
              onChange={(event) => set(at, { status: event.target.value as PlannedItem['status'] })}
            >
              {ACTIVITY_STATUSES.map((one) => (
                <MenuItem key={one} value={one}>
                  {code('status', one)}
                </MenuItem>
              ))}
            </TextField>
            <Button
              size="small"
              color="inherit"
              aria-label={t`Leave out item ${number}`}
              onClick={() => onChange(items.filter((_, i) => i !== at))}
            >
              <Trans>Leave out</Trans>
            </Button>
          </Box>
        );
      })}
      <Button
        size="small"
        disabled={items.length >= MOST}
        onClick={() => onChange([...items, { what: '', status: 'not-started' }])}
      >
        <Trans>Add an item</Trans>
      </Button>
    </Box>
  );
}
