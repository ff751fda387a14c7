/** Prognostic scores of each primary tumour. Information, not a recommendation. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Beneath, useHeading } from '../../../../design/heading-level.tsx';
import { AppLink } from '../../../../design/links.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';
import type { Patient, Tumour } from '../data.ts';
import { ReportedBy } from '../reported-by.tsx';
import { primariesIn } from '../tumours.ts';
import { prognosisQuery } from './data.ts';
import { Entries } from './entries.tsx';
import { likenessOf } from './likeness.ts';
import { PrognosticStages } from './prognostic-stages.tsx';
import { ScorePanel } from './score-panel.tsx';
import { SimilarPatients } from './similar.tsx';

export function PrognosisSection({ patient }: { patient: Patient }) {
  const primaries = primariesIn(patient.tumours);
  if (primaries.length === 0)
    return (
      <Empty>
        <Trans>No primary tumour is recorded</Trans>
      </Empty>
    );
  return (
    <>
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>
          Information, not a recommendation. Scores are of groups of people, mostly not of China;
          nobody is told a future of one’s own by them. Nothing that is not known is guessed.
        </Trans>{' '}
        <AppLink
          to="/clinical/risk/{-$patientId}"
          params={{ patientId: patient.id }}
          search={{}}
          underline="always"
        >
          <Trans>Risk of other cancers</Trans>
        </AppLink>
      </Alert>
      {primaries.map(({ primary, others }) => (
        <OfTumour
          key={primary.id}
          patient={patient}
          tumour={primary}
          others={others}
          named={primaries.length > 1}
        />
      ))}
    </>
  );
}

function OfTumour({
  patient,
  tumour,
  others,
  named,
}: {
  patient: Patient;
  tumour: Tumour;
  others: readonly Tumour[];
  named: boolean;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const heading = useHeading();
  const query = useQuery(prognosisQuery(patient.id, tumour.id));
  const { data: me } = useQuery(meQuery);
  const mayEnter = me?.scopes.includes('score:enter') === true;
  const likeness = likenessOf({ ...patient, tumour });
  const { scores = [], entries = [] } = query.data ?? {};
  // Those with an answer or a question first, those that do not apply last.
  const ordered = [
    ...scores.filter(({ notApplicable }) => !notApplicable),
    ...scores.filter(({ notApplicable }) => notApplicable),
  ];
  const found = query.isPending ? (
    <LoadingRows rows={8} />
  ) : query.isError ? (
    <ErrorPanel error={query.error} retry={() => void query.refetch()} />
  ) : ordered.length === 0 ? (
    <Empty>
      <Trans>No score in force is for such a tumour</Trans>
    </Empty>
  ) : (
    <>
      {ordered.map((score) => (
        <ScorePanel key={score.rule.id} score={score} tumour={tumour.id} mayEnter={mayEnter} />
      ))}
      <Entries entries={entries} />
    </>
  );
  const body = (
    <>
      <ReportedBy reports={[tumour, ...others]} />
      <PrognosticStages stages={query.data?.stages ?? []} />
      {found}
      {likeness && (
        <SimilarPatients
          likeness={likeness}
          mayOpenCohorts={me?.scopes.includes('research:read') === true}
        />
      )}
    </>
  );
  if (!named) return body;
  return (
    <>
      <Typography variant="h3" component={heading} sx={{ my: 1 }}>
        {[label(tumour.siteLabel), tumour.diagnosedOn ?? t`date not known`].join(' · ')}
      </Typography>
      <Beneath>{body}</Beneath>
    </>
  );
}
