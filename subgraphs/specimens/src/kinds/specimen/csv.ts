import type { Specimen } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

/** Specimens: one row a specimen. */
export const csv: CsvProfile = {
  title: { en: 'Specimens', zh: '标本' },
  refersToItself: true,
  knownBy: ['accession', 'type', 'collected_date'],
  columns: [
    {
      name: 'accession',
      label: { en: 'Accession number', zh: '标本号' },
      type: 'identifier',
      required: true,
      example: 'S26-1024',
      path: 'accessionIdentifier',
    },
    {
      name: 'type',
      label: { en: 'Type', zh: '标本类型' },
      type: 'text',
      required: true,
      example: '组织',
      path: 'type',
    },
    {
      name: 'body_site',
      label: { en: 'Site', zh: '取材部位' },
      type: 'text',
      example: '右肺上叶',
      path: 'collection.bodySite',
    },
    {
      name: 'collected_date',
      label: { en: 'Collected on', zh: '采集日期' },
      type: 'date',
      example: '2026-03-14',
      path: 'collection.collectedDateTime',
    },
    {
      name: 'parent_id',
      label: { en: 'Taken from', zh: '来源标本编号' },
      says: {
        en: 'The record_id of the specimen that it was cut or drawn from.',
        zh: '母标本的 record_id。',
      },
      type: 'identifier',
      example: '',
      path: 'parent',
    },
  ],
  resource: (row) => {
    const [parent, site] = [row.to('Specimen', 'parent_id'), row.text('body_site')];
    return {
      resourceType: 'Specimen',
      id: row.id,
      status: 'available',
      subject: row.patient,
      accessionIdentifier: { value: row.text('accession') },
      type: { text: row.text('type') },
      parent: parent === undefined ? [] : [parent],
      collection: {
        collectedDateTime: row.date('collected_date'),
        bodySite: site === undefined ? undefined : { text: site },
      },
    } as Specimen;
  },
};
