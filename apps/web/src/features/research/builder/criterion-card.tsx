/** One condition, a criterion or a group of them: what it asks, whether it takes in or leaves out, what is wrong with it. */

import { Trans, useLingui } from '@lingui/react/macro';
import { mdiClose } from '@mdi/js';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import {
  type Asking,
  askingIn,
  type Criterion,
  criterionOf,
  formOf,
  isInverted,
  kindOf,
  type Step,
  stepOf,
  valueIn,
} from '@nodp/cohorts';
import { useId } from 'react';
import { useHeading } from '../../../design/heading-level.tsx';
import { Icon } from '../../../design/icon.tsx';
import { useLabel } from '../../../i18n/label.ts';
import { isComplete, type OpenBounds } from '../definition/asked.ts';
import type { Cohort } from '../queries.ts';
import { Editor } from './editor.tsx';
import { Group } from './group.tsx';

export function CriterionCard({
  step,
  years,
  problems,
  onChange,
  onRemove,
}: {
  step: Step;
  /** The years the release holds. */
  years: OpenBounds;
  problems: Cohort['problems'];
  onChange: (step: Step) => void;
  onRemove: () => void;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const id = useId();
  const asking = askingIn(step);
  const kind = kindOf(asking);
  const inverted = isInverted(step);
  const name = kind === null ? t`Group` : label(formOf(kind).name);
  const put = (changed: Asking) => onChange(stepOf(changed, inverted));
  return (
    <Paper
      component="li"
      variant="outlined"
      aria-labelledby={id}
      data-criterion={kind ?? 'group'}
      sx={{
        listStyle: 'none',
        p: 1.25,
        pt: 0.75,
        borderLeft: '4px solid',
        borderLeftColor: inverted ? 'error.main' : 'primary.main',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography id={id} variant="h3" component={useHeading()} sx={{ flex: 1 }}>
          {name}
        </Typography>
        <IncludeOrExclude
          name={name}
          not={inverted}
          onChange={(not) => onChange(stepOf(asking, not))}
        />
        <Tooltip title={t`Remove`}>
          <IconButton aria-label={t`Remove ${name}`} onClick={onRemove}>
            <Icon path={mdiClose} sx={{ fontSize: 18 }} />
          </IconButton>
        </Tooltip>
      </Box>
      {kind === null ? (
        <Group group={asking} years={years} onChange={put} Card={CriterionCard} />
      ) : (
        <Editor
          kind={kind}
          value={valueIn(asking as Criterion)}
          years={years}
          onChange={(value) => put(criterionOf(kind, value as never))}
        />
      )}
      {!isComplete(step) && (
        <FormHelperText>
          <Trans>Not counted until something is chosen.</Trans>
        </FormHelperText>
      )}
      {problems.map((problem) => (
        <Alert
          key={problem.path + problem.code}
          severity={problem.severity === 'ERROR' ? 'error' : 'warning'}
          sx={{ mt: 1, py: 0 }}
        >
          {label(problem.message)}
        </Alert>
      ))}
    </Paper>
  );
}

function IncludeOrExclude({
  name,
  not,
  onChange,
}: {
  name: string;
  not: boolean;
  onChange: (not: boolean) => void;
}) {
  const { t } = useLingui();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t`${name}: include or exclude`}
      value={not ? 'exclude' : 'include'}
      onChange={(_, value: string | null) => {
        if (value !== null) onChange(value === 'exclude');
      }}
      sx={{ '& .MuiToggleButton-root': { py: 0, px: 1, height: 26, textTransform: 'none' } }}
    >
      <ToggleButton value="include">
        <Trans>Include</Trans>
      </ToggleButton>
      <ToggleButton value="exclude" color="error">
        <Trans>Exclude</Trans>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
