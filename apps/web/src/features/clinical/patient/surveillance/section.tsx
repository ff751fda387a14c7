/** Surveillance after treatment meant to cure: alerts, what is due, and each marker's course. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { AlertCard } from './alert-card.tsx';
import { NoRecommendation } from './cited.tsx';
import { CoursePanel } from './course-panel.tsx';
import { alertsQuery, surveillanceQuery } from './data.ts';
import { ScheduleLine } from './schedule-line.tsx';

/** Who watches the section sees what a laboratory posts; each look is audited, so that it is not oftener. */
const EVERY = 15_000;

export function SurveillanceSection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const alerts = useQuery({ ...alertsQuery(patient.id), refetchInterval: EVERY });
  const query = useQuery(surveillanceQuery(patient));
  if (query.isPending || alerts.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  if (alerts.isError)
    return <ErrorPanel error={alerts.error} retry={() => void alerts.refetch()} />;
  const found = query.data;
  if (!found)
    return (
      <Empty>
        <Trans>Nothing is recorded that could be surveyed</Trans>
      </Empty>
    );
  const { anchor, ended, notApplicable, schedule, courses } = found;
  const past = (alerts.data?.recurrenceAlerts ?? []).filter(({ state }) => state !== 'OPEN');
  return (
    <>
      <NoRecommendation />
      {notApplicable && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          <Trans>Not applicable:</Trans> {label(notApplicable)}
        </Alert>
      )}
      {anchor && (
        <Typography variant="body2" component="p" sx={{ mt: 0, mb: 1.5 }}>
          {anchor.kind === 'OPERATION'
            ? t`Counted from the operation of ${anchor.date}.`
            : t`Counted from the end of radiotherapy on ${anchor.date}.`}
          {ended &&
            ` ${
              ended.because === 'DEATH'
                ? t`It ended with the death on ${ended.date}.`
                : ended.because === 'RECURRENCE'
                  ? t`It ended with the recurrence of ${ended.date}.`
                  : t`It ended when palliative treatment began on ${ended.date}.`
            }`}
        </Typography>
      )}
      {schedule ? (
        <Panel title={t`Schedule`}>
          <ScheduleLine schedule={schedule} ended={ended != null} />
        </Panel>
      ) : (
        !notApplicable && (
          <Panel title={t`Schedule`}>
            <Typography variant="body2">
              <Trans>
                No schedule is known for this cancer and stage, or the board has not switched
                schedules on.
              </Trans>
            </Typography>
          </Panel>
        )
      )}
      {courses.map((course) => (
        <CoursePanel key={course.marker} course={course} anchor={anchor} />
      ))}
      {courses.length === 0 && (
        <Panel title={t`Tumour markers`}>
          <Typography variant="body2">
            <Trans>No result of a tumour marker that a rule knows is recorded.</Trans>
          </Typography>
        </Panel>
      )}
      {past.length > 0 && (
        <Panel title={t`Earlier alerts`}>
          {past.map((alert) => (
            <AlertCard key={alert.id} alert={alert} patientId={patient.id} />
          ))}
        </Panel>
      )}
    </>
  );
}
