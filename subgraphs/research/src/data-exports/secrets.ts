import { secretFor } from '@nodp/warehouse';

/** The secrets of one export: its recipient's rows and mark are found again from them. @param installation of disclosure control */
export const secretsOf = (installation: Uint8Array, id: string) => ({
  rowSecret: secretFor(installation, `data export rows ${id}`).toString('hex'),
  markSecret: secretFor(installation, `data export mark ${id}`).toString('hex'),
});
