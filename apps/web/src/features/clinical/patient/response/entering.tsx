/** Where lesions are entered: the button, the form, what became of it, and every version that was entered. */
import { Trans } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Patient } from '../data.ts';
import type { Entry, Lesion } from './data.ts';
import { LastChange } from './last-change.tsx';
import { LesionEntries } from './lesion-entries.tsx';
import { LesionTable } from './lesion-table.tsx';
import { useLesionWork } from './use-lesion-work.ts';

// Who only reads does not pay for the form.
const LesionDialog = lazy(async () => ({
  default: (await import('./lesion-dialog.tsx')).LesionDialog,
}));

type Props = {
  patient: Patient;
  lesions: readonly Lesion[];
  entries: readonly Entry[];
  measuredBy: string;
  /** What is computed of the lesions: below the button, above what was measured. */
  children: ReactNode;
};

export function EnteringLesions({ patient, lesions, entries, measuredBy, children }: Props) {
  const work = useLesionWork(patient.id);
  const [open, setOpen] = useState<{ changed: Lesion | null } | null>(null);
  const change = (changed: Lesion | null) => {
    work.reset();
    setOpen({ changed });
  };
  return (
    <>
      <Box sx={{ mb: 1.5 }} className="no-print">
        <Button variant="contained" size="small" onClick={() => change(null)}>
          <Trans>Enter a lesion</Trans>
        </Button>
      </Box>
      {open === null && <LastChange work={work} />}
      {children}
      {lesions.length > 0 && (
        <LesionTable
          patientId={patient.id}
          studies={patient.imagingStudies}
          lesions={lesions}
          busy={work.isPending}
          onChange={change}
          onWithdraw={({ id, lesion }) =>
            work.mutate({ kind: 'withdraw', lesion: id, name: lesion })
          }
        />
      )}
      <LesionEntries
        entries={entries}
        busy={work.isPending}
        onUndo={({ lesion, name }) => work.mutate({ kind: 'undo', lesion, name })}
      />
      {open !== null && (
        <Suspense>
          <LesionDialog
            patient={patient}
            lesions={lesions}
            changed={open.changed}
            measuredBy={measuredBy}
            work={work}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}
