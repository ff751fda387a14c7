/** Reports in words: pathology and imaging alike. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useCodeWords } from '../../../design/code-words.ts';
import { distinctNames } from '../../../design/distinct-names.ts';
import { Panel } from '../../../design/page.tsx';
import { formatPartialDate } from '../../../format/date.ts';
import type { TermFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';

type Report = {
  id: string;
  what: TermFragment;
  status: string;
  date: string | null;
  conclusion: string | null;
  text: string | null;
};

export function Reports({ reports }: { reports: readonly Report[] }) {
  const label = useLabel();
  const code = useCodeWords();
  const names = distinctNames(
    reports.map((report) => `${label(report.what.label)} ${formatPartialDate(report.date)}`),
  );
  return reports.map((report, i) => (
    <Panel
      key={report.id}
      title={label(report.what.label)}
      name={names[i]}
      detail={`${formatPartialDate(report.date)} · ${code('status', report.status)}`}
    >
      {report.conclusion && (
        <Typography variant="body1" sx={{ whiteSpace: 'pre-wrap', maxWidth: '80ch' }}>
          {report.conclusion}
        </Typography>
      )}
      {report.text && (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main' }}>
            <Trans>The report’s text</Trans>
          </Box>
          <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', maxWidth: '80ch', mt: 0.5 }}>
            {report.text}
          </Typography>
        </Box>
      )}
      {!report.conclusion && !report.text && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Trans>The report has no text.</Trans>
        </Typography>
      )}
    </Panel>
  ));
}
