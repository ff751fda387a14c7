import { connect, type Principal } from '@nodp/database';
import { fhir, type Intake, ingest } from '@nodp/intake';
import type { Delivery } from '@nodp/nation';
import type postgres from 'postgres';
import { clinicalIntake } from './fhir/intake.ts';

const systemOf = ({ id, nameEn, nameZh }: Delivery['institution']): Principal => ({
  accountId: 'demonstration',
  name: { en: nameEn, zh: nameZh },
  role: 'SYSTEM',
  institutionId: id,
});

const timeOf = ({ day }: Delivery): string => `${day} 03:20:00+08`;

/** Whether a start that was killed had sent it. */
const isSent = async (sql: postgres.Sql, delivery: Delivery): Promise<boolean> => {
  const known = await sql`select 1 from basic.submission
    where institution_id = ${delivery.institution.id} and received_at = ${timeOf(delivery)}`;
  return known.length > 0;
};

/**
 * Dates a delivery as the demonstration tells it: what intake has just received came on the delivery's day. A hospital's deliveries come
 * in the order of their days, so that of what is tallied today nothing is another delivery's.
 */
const putBack = async (
  sql: postgres.Sql,
  submission: string,
  delivery: Delivery,
): Promise<void> => {
  const { institution, day } = delivery;
  const { id } = institution;
  const at = timeOf(delivery);
  const today = sql`(now() at time zone 'Asia/Shanghai')::date`;
  await sql.begin(async (transaction) => {
    await transaction`update basic.submission set received_at = ${at} where id = ${submission}`;
    await transaction`update basic.held_record set held_at = ${at} where submission_id = ${submission}`;
    await transaction`update basic.intake_tally set day = ${day} where institution_id = ${id} and day = ${today}`;
    await transaction`update basic.reason_tally set day = ${day} where institution_id = ${id} and day = ${today}`;
  });
};

/** Takes in, as every sender's content is, what hospitals of the demonstration sent since their nation was told. */
export const sendDeliveries = async (
  sql: postgres.Sql,
  applicationUrl: string,
  identityKey: Uint8Array,
  deliveries: readonly Delivery[],
): Promise<void> => {
  const intake: Intake = clinicalIntake(identityKey);
  const format = fhir(intake, {});
  const database = connect(applicationUrl, { max: 1 });
  try {
    for (const delivery of deliveries) {
      if (await isSent(sql, delivery)) continue;
      const content = Buffer.from(JSON.stringify(delivery.bundle));
      const { submissionId } = await database.session(systemOf(delivery.institution), (session) =>
        ingest(session, intake, { channel: 'fhir', content, format, request: {} }),
      );
      await putBack(sql, submissionId, delivery);
    }
  } finally {
    await database.end();
  }
};
