import type { Patient } from '@medplum/fhirtypes';
import type { CsvProfile } from '@nodp/record/csv';

const RESIDENT_SYSTEM = 'urn:oid:2.16.156.10011.1.3';

/** Who patients are: one row a person. */
export const csv: CsvProfile = {
  title: { en: 'Patients', zh: '患者' },
  isPerson: true,
  knownBy: [],
  columns: [
    {
      name: 'name',
      label: { en: 'Name', zh: '姓名' },
      type: 'text',
      required: true,
      example: '王小美',
      path: 'name',
    },
    {
      name: 'sex',
      label: { en: 'Sex', zh: '性别' },
      type: 'choice',
      required: true,
      values: {
        male: { en: 'Male', zh: '男' },
        female: { en: 'Female', zh: '女' },
        other: { en: 'Other', zh: '其他' },
        unknown: { en: 'Unknown', zh: '未知' },
      },
      example: 'female',
      path: 'gender',
    },
    {
      name: 'birth_date',
      label: { en: 'Date of birth', zh: '出生日期' },
      type: 'date',
      example: '1949-12-31',
      path: 'birthDate',
    },
    {
      name: 'national_id',
      label: { en: 'Resident identity number', zh: '居民身份证号' },
      says: {
        en: '18 characters (GB 11643); format the column as text.',
        zh: '18 位（GB 11643）；请将该列设为文本格式。',
      },
      type: 'identifier',
      example: '11010519491231002X',
      path: 'identifier[1]',
    },
    {
      name: 'address',
      label: { en: 'Home address', zh: '现住址' },
      says: {
        en: 'Beginning with the province: residence is read from it.',
        zh: '以省级行政区开头，据此确定居住地。',
      },
      type: 'text',
      example: '广东省广州市天河区',
      path: 'address',
    },
    {
      name: 'phone',
      label: { en: 'Telephone', zh: '联系电话' },
      type: 'identifier',
      example: '13800138000',
      path: 'telecom',
    },
    {
      name: 'vital_status',
      label: { en: 'Vital status', zh: '生存状态' },
      type: 'choice',
      values: { alive: { en: 'Alive', zh: '存活' }, dead: { en: 'Dead', zh: '死亡' } },
      example: 'alive',
      path: 'deceasedBoolean',
    },
    {
      name: 'death_date',
      label: { en: 'Date of death', zh: '死亡日期' },
      type: 'date',
      example: '',
      path: 'deceasedDateTime',
    },
  ],
  leaves: { national_id: 'nationalId', address: 'address', phone: 'phone' },
  resource: (row) => {
    const { value, system } = row.number;
    const national = row.text('national_id');
    const [status, died] = [row.text('vital_status'), row.date('death_date')];
    const phone = row.text('phone');
    return {
      resourceType: 'Patient',
      // With a system the identifier is the key, as in the other forms that name it.
      ...(system === undefined && row.patient.reference !== undefined
        ? { id: row.patient.reference.slice('Patient/'.length) }
        : {}),
      identifier: [
        { ...(system ? { system } : {}), value, type: { coding: [{ code: 'MR' }] } },
        ...(national === undefined
          ? []
          : [{ system: RESIDENT_SYSTEM, value: national, type: { coding: [{ code: 'NI' }] } }]),
      ],
      name: [{ text: row.text('name') }],
      gender: row.text('sex'),
      birthDate: row.date('birth_date'),
      address: [{ use: 'home', text: row.text('address') }],
      telecom: phone === undefined ? [] : [{ system: 'phone', value: phone }],
      ...(died === undefined
        ? status === undefined
          ? {}
          : { deceasedBoolean: status === 'dead' }
        : { deceasedDateTime: died }),
    } as Patient;
  },
};
