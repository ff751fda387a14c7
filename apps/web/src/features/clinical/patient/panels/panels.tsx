/** Panels of kinds of record that are read apart from the page: a file `<kind>.panel.tsx` beside this one is shown in the history. */
import { lazy, Suspense } from 'react';

const found = import.meta.glob<{ Panel: (props: { patientId: string }) => React.ReactNode }>(
  './*.panel.tsx',
);

const panels = Object.entries(found).map(([file, load]) => ({
  file,
  Panel: lazy(async () => ({ default: (await load()).Panel })),
}));

export function Panels({ patientId }: { patientId: string }) {
  return panels.map(({ file, Panel }) => (
    <Suspense key={file} fallback={null}>
      <Panel patientId={patientId} />
    </Suspense>
  ));
}
