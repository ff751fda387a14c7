/** What is known of targeted drugs for the patient's variants: read apart from the page. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import type { Patient } from '../data.ts';
import { primariesIn } from '../tumours.ts';
import { optionsQuery } from './data.ts';
import { Evidence } from './evidence.tsx';
import { GenomicTests, Variants } from './variants.tsx';

export function Options({ patient }: { patient: Patient }) {
  const query = useQuery(optionsQuery(patient.id));
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const variants = query.data?.variants ?? [];
  const primaries = primariesIn(query.data?.tumours ?? []);
  const tests = query.data?.genomicTests ?? [];
  return (
    <>
      {variants.length === 0 && tests.length === 0 && (
        <Empty>
          <Trans>No variant and no genomic test is recorded</Trans>
        </Empty>
      )}
      {variants.length > 0 && <Variants variants={variants} />}
      {primaries.map(({ primary, others }) => (
        <Evidence
          key={primary.id}
          reports={[primary, ...others]}
          treatments={query.data?.treatments ?? []}
        />
      ))}
      {tests.length > 0 && <GenomicTests tests={tests} />}
    </>
  );
}
