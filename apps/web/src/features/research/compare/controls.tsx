/** What is waited for, from when, and how far. */
import { useLingui } from '@lingui/react/macro';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { StudyEndpoint } from '../../../graph/generated/graphql.ts';
import { type Asked, type Design, designsOf, endpoints } from './asked.ts';
import { designNames, endpointNames } from './words.tsx';

export function Controls({
  asked,
  onChange,
}: {
  asked: Asked;
  onChange: (change: Partial<Asked>) => void;
}) {
  const { i18n, t } = useLingui();
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', mb: 2 }}>
      <TextField
        select
        size="small"
        label={t`Endpoint`}
        value={asked.endpoint}
        sx={{ minWidth: { xs: '100%', sm: 340 } }}
        onChange={(event) => onChange({ endpoint: event.target.value as StudyEndpoint })}
      >
        {endpoints.map((each) => (
          <MenuItem key={each} value={each}>
            {i18n._(endpointNames[each])}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t`Design`}
        value={asked.design}
        sx={{ minWidth: 190 }}
        onChange={(event) => onChange({ design: event.target.value as Design })}
      >
        {designsOf(asked.endpoint).map((each) => (
          <MenuItem key={each} value={each}>
            {i18n._(designNames[each])}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t`Months`}
        value={asked.months}
        sx={{ minWidth: 100 }}
        onChange={(event) => onChange({ months: Number(event.target.value) })}
      >
        {[36, 60, 120].map((each) => (
          <MenuItem key={each} value={each}>
            {each}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
