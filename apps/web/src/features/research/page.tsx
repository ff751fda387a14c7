/** The cohort builder: who is asked for on the left, who they are on the right. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { askedOf } from './definition/asked.ts';
import { OhdsiButton } from './ohdsi/button.tsx';
import { type Release, releaseQuery } from './queries.ts';
import { RequestSpecimens } from './request-specimens.tsx';
import { ReleaseNote } from './results/release-note.tsx';
import { SaveButton } from './saved/save-button.tsx';
import { Share } from './share.tsx';
import { StudyPage } from './study.tsx';
import { usePassedOver, useStudy } from './use-study.ts';

export function CohortsPage() {
  const { t } = useLingui();
  const [study, setStudy] = useStudy();
  const query = useQuery(releaseQuery(study.release));
  const { release, newest, disclosureRule } = query.data ?? {};
  const edited = askedOf((study.editing === 'b' ? study.b : study.a) ?? []).definition;
  return (
    <>
      <PageHeader
        title={t`Cohorts`}
        detail={
          release && disclosureRule && <ReleaseNote release={release} rule={disclosureRule} />
        }
        actions={
          release && (
            <>
              <SaveButton definition={edited} release={release.number} />
              <OhdsiButton definition={edited} release={release.number} />
              <Share study={study} release={release.number} />
              <RequestSpecimens definition={edited} release={release.number} />
            </>
          )
        }
      />
      {query.isPending ? (
        <LoadingRows rows={8} height={56} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : release && disclosureRule ? (
        <>
          <OlderRelease
            release={release}
            newest={newest?.number ?? release.number}
            onNewest={() => setStudy({ release: null })}
          />
          <PassedOver />
          <StudyPage study={study} onChange={setStudy} release={release} rule={disclosureRule} />
        </>
      ) : newest ? (
        <Empty
          action={
            <Button variant="outlined" onClick={() => setStudy({ release: null })}>
              <Trans>Use release {newest.number}, the newest</Trans>
            </Button>
          }
        >
          <Trans>There is no release {study.release}</Trans>
        </Empty>
      ) : (
        <Empty>
          <Trans>There is no research release yet</Trans>
          <p style={{ fontWeight: 400, fontSize: '0.8125rem' }}>
            <Trans>
              Cohorts are counted on numbered, de-identified releases of the clinical records. The
              data centre has not built one so far; this page opens as soon as it has.
            </Trans>
          </p>
        </Empty>
      )}
    </>
  );
}

/** A condition that is lost on the way makes another cohort: that must be seen before it is saved. */
function PassedOver() {
  const lost = usePassedOver();
  if (lost.length === 0) return null;
  const words = lost.join(' · ');
  return (
    <Alert severity="warning" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
      <Trans>
        Part of the address could not be read and is not asked: {words}. Set it anew among the
        filters.
      </Trans>
    </Alert>
  );
}

/** A link may name a release, so that it says the same for ever; that there is a newer one is said. */
function OlderRelease({
  release,
  newest,
  onNewest,
}: {
  release: Release;
  newest: number;
  onNewest: () => void;
}) {
  if (release.number >= newest) return null;
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={onNewest}>
          <Trans>Use release {newest}</Trans>
        </Button>
      }
    >
      <Trans>This address asks release {release.number}; a newer one is there.</Trans>
    </Alert>
  );
}
