import type { Job } from '@nodp/database/jobs';
import { nationalDay } from '@nodp/graph';
import { openForSweep, type Sweep } from './sweep.ts';

/** A table of `patients` that keeps by which day time alone may change what is found of a patient: `patient_id`, `recheck_on`. */
type RecheckTable = 'task_recheck' | 'indicator_recheck';

export const someDue = async (
  ownerUrl: string,
  { kind }: Sweep,
  rechecks: RecheckTable,
): Promise<boolean> => {
  const sql = openForSweep(ownerUrl, kind);
  try {
    const [known] = await sql`select exists (select 1 from patients.${sql(rechecks)}
      where recheck_on <= ${nationalDay(new Date())}) as due`;
    return known?.due === true;
  } finally {
    await sql.end();
  }
};

/** The patients of whom the day may change what is found, a batch to a transaction; each is examined once, as what is stored says when next. */
export const renewDue = async (
  ownerUrl: string,
  { kind, step, batch, store }: Sweep,
  rechecks: RecheckTable,
  { signal, progress }: Pick<Parameters<Job['run']>[0], 'signal' | 'progress'>,
): Promise<number> => {
  const sql = openForSweep(ownerUrl, kind);
  const today = nationalDay(new Date());
  try {
    let patients = 0;
    for (;;) {
      signal.throwIfAborted();
      const done = await sql.begin(async (transaction) => {
        const rows = await transaction<{ patientId: string }[]>`
          select l.patient_id from patients.${sql(rechecks)} l join patients.patient p using (patient_id)
          where l.recheck_on <= ${today} order by l.recheck_on, l.patient_id limit ${batch} for no key update of p`;
        const ids = rows.map(({ patientId }) => patientId);
        if (ids.length > 0) await store(transaction, ids);
        return ids.length;
      });
      if (done === 0) return patients;
      patients += done;
      await progress(step, 0);
    }
  } finally {
    await sql.end();
  }
};
