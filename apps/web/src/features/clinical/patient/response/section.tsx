/** How the disease answers treatment: lesions by RECIST, and what radiotherapy was given. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import type { Patient } from '../data.ts';
import { responseQuery } from './data.ts';
import { LesionTable } from './lesion-table.tsx';
import { RadiotherapyTable } from './radiotherapy.tsx';

export function ResponseSection({ patient }: { patient: Patient }) {
  const query = useQuery(responseQuery(patient.id));
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { lesions = [], radiotherapyVolumes = [] } = query.data ?? {};
  if (lesions.length + radiotherapyVolumes.length === 0)
    return (
      <Empty>
        <Trans>No lesion is measured and no radiotherapy is recorded</Trans>
      </Empty>
    );
  return (
    <>
      {lesions.length > 0 && <LesionTable lesions={lesions} />}
      {radiotherapyVolumes.length > 0 && <RadiotherapyTable volumes={radiotherapyVolumes} />}
    </>
  );
}
