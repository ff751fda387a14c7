/** How the build that was started last stands: how far, done, or why not. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { AppLink } from '../../design/links.tsx';
import { formatInstant } from '../../format/date.ts';
import type { ReleaseBuildQuery } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { stepWords } from './build-words.ts';

export type Build = NonNullable<ReleaseBuildQuery['releaseBuild']>;

export function BuildProgress({ build }: { build: Build }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const began = formatInstant(build.startedAt);
  if (build.state === 'FAILED') {
    return (
      <Alert severity="error" sx={{ mb: 2 }}>
        <Trans>The build begun at {began} failed:</Trans> {label(build.problem)}
      </Alert>
    );
  }
  if (build.state === 'DONE') {
    const { releaseNumber } = build;
    return (
      <Alert severity="success" sx={{ mb: 2 }}>
        <Trans>
          The build begun at {began} made release {releaseNumber}.
        </Trans>{' '}
        <AppLink
          to="/data-centre/releases/$releaseNumber"
          underline="always"
          color="inherit"
          params={{ releaseNumber: String(releaseNumber) }}
          search={{}}
        >
          <Trans>Its data dictionary</Trans>
        </AppLink>
      </Alert>
    );
  }
  const percent = Math.round(build.share * 100);
  return (
    <Paper variant="outlined" sx={{ p: 2, mb: 2 }} aria-live="polite">
      <Typography variant="body1" sx={{ mb: 1 }}>
        <strong>
          <Trans>A release is being built</Trans>
        </strong>
        {' · '}
        {i18n._(stepWords[build.step])}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <LinearProgress
          variant="determinate"
          value={percent}
          aria-label={t`Progress of the build`}
          sx={{ flex: 1, height: 8, borderRadius: 4 }}
        />
        <span>{percent}%</span>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        <Trans>Begun at {began}. You can leave this page; the build goes on.</Trans>
      </Typography>
    </Paper>
  );
}
