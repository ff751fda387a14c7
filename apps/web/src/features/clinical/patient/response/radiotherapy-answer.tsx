/** How irradiated lesions answered one course of radiotherapy, and where it failed first. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { Panel } from '../../../../design/page.tsx';
import { SimpleTable } from '../../../../design/table/simple-table.tsx';
import { formatPartialDate } from '../../../../format/date.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { Cited } from '../surveillance/cited.tsx';
import type { RadiotherapyAnswer } from './data.ts';
import { positionWords } from './words.ts';

export function RadiotherapyAnswerPanel({ answer }: { answer: RadiotherapyAnswer }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const { startedOn, endedOn, institution, lesions, firstFailure, rules } = answer;
  return (
    <Panel
      title={t`Response to radiotherapy`}
      name={t`Response to radiotherapy of ${startedOn}`}
      detail={`${startedOn} – ${endedOn} · ${label(institution.name)}`}
    >
      {firstFailure && (
        <>
          <Box component="p" sx={{ m: 0, typography: 'body1' }}>
            {firstFailure.on ? (
              <Trans>
                First failure on {firstFailure.on}:{' '}
                <strong>
                  {firstFailure.positions.map((one) => i18n._(positionWords[one])).join(' + ')}
                </strong>
              </Trans>
            ) : (
              <Trans>No failure is recorded since.</Trans>
            )}
          </Box>
          <Sentences of={firstFailure.explanation} />
        </>
      )}
      {lesions?.length === 0 && (
        <Box component="p" sx={{ my: 0.5, typography: 'body2', color: 'text.secondary' }}>
          <Trans>
            No lesion is known to have been irradiated: neither a volume names one, nor does a site
            tell.
          </Trans>
        </Box>
      )}
      {lesions && lesions.length > 0 && (
        <Box sx={{ mx: -2 }}>
          <SimpleTable
            label={t`Irradiated lesions of ${startedOn}`}
            rows={lesions}
            stacks
            rowKey={({ lesion }) => lesion}
            columns={[
              { header: t`Lesion`, cell: (l) => l.lesion, nowrap: true },
              { header: t`Irradiated`, cell: (l) => label(l.by) },
              { header: t`Best response`, cell: (l) => l.best && <strong>{l.best}</strong> },
              {
                header: t`Local progression`,
                nowrap: true,
                cell: (l) => l.failedOn && formatPartialDate(l.failedOn),
              },
              { header: t`Controlled until`, nowrap: true, cell: (l) => l.controlledUntil },
              {
                header: t`Weeks after the last fraction: response, change`,
                leastWidth: 200,
                cell: (l) =>
                  l.visits.map((v) => (
                    <Box
                      component="span"
                      key={v.date}
                      sx={{ display: 'inline-block', whiteSpace: 'nowrap', mr: 1 }}
                      title={v.date}
                    >
                      {v.weeksAfter}: {v.response}
                      {v.change != null && `, ${v.change} %`}
                      {v.early && ` (${t`may be a reaction`})`}
                    </Box>
                  )),
              },
              {
                header: t`Why`,
                leastWidth: 220,
                cell: (l) => l.explanation.map(label).join(' '),
              },
            ]}
          />
        </Box>
      )}
      {rules.map((rule) => (
        <Cited key={rule.id} rule={rule} />
      ))}
    </Panel>
  );
}

function Sentences({ of }: { of: readonly { en: string; zh: string }[] }) {
  const label = useLabel();
  return (
    <Box component="ul" sx={{ my: 0.5, pl: 2.5, typography: 'body2', color: 'text.secondary' }}>
      {of.map((one) => (
        <li key={one.en}>{label(one)}</li>
      ))}
    </Box>
  );
}
