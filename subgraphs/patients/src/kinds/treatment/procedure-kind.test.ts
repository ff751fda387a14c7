import type { CodeableConcept, Procedure } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { procedureKind } from './procedure-kind.ts';

const kindOf = (code: CodeableConcept) =>
  procedureKind({ resourceType: 'Procedure', status: 'completed', subject: {}, code } as Procedure);
const coded = (system: string, code: string) => kindOf({ coding: [{ system, code }] });

const OPS = 'http://fhir.de/CodeSystem/bfarm/ops';
const ICD_9 = 'http://hl7.org/fhir/sid/icd-9-cm';
const CHINA = 'urn:oid:2.16.156.10011.2.3.3.12';
const CPT = 'http://www.ama-assn.org/go/cpt';
const PCS = 'http://www.cms.gov/Medicare/Coding/ICD10';

test.each([
  [OPS, '8-54', 'SYSTEMIC'],
  [OPS, '8-547.0', 'SYSTEMIC'],
  ['http://fhir.de/CodeSystem/dimdi/ops', '8-522.d1', 'RADIOTHERAPY'],
  [OPS, '5-870.a1', 'SURGERY'],
  [OPS, '1-620.0', 'OTHER'],
  [ICD_9, '99.25', 'SYSTEMIC'],
  [ICD_9, '9925', 'SYSTEMIC'],
  [CHINA, '9925x002', 'SYSTEMIC'],
  [ICD_9, '3241', 'SURGERY'],
  [ICD_9, '99.2500x002', 'SYSTEMIC'],
  [CHINA, '99.2800x001', 'SYSTEMIC'],
  [CHINA, '92.2900x001', 'RADIOTHERAPY'],
  [CHINA, '32.4100x001', 'SURGERY'],
  [ICD_9, '43.4100x002', 'SURGERY'],
  [ICD_9, '85.43', 'SURGERY'],
  [ICD_9, '40.51', 'SURGERY'],
  // Biopsies of lung, breast and lymph node; a colonoscopy; a venous catheter.
  [ICD_9, '33.24', 'OTHER'],
  [ICD_9, '85.11', 'OTHER'],
  [ICD_9, '40.11', 'OTHER'],
  [ICD_9, '45.23', 'OTHER'],
  [ICD_9, '38.93', 'OTHER'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', '3E03305', 'SYSTEMIC'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', '0HTT0ZZ', 'SURGERY'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', '0HBT0ZZ', 'SURGERY'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', '0HBT0ZX', 'OTHER'],
  ['http://hl7.org/fhir/sid/icd-10-pcs', 'DB023ZZ', 'RADIOTHERAPY'],
  ['http://snomed.info/sct', '33195004', 'RADIOTHERAPY'],
  [CPT, '96413', 'SYSTEMIC'],
  [CPT, '96415', 'SYSTEMIC'],
  [CPT, '96401', 'SYSTEMIC'],
  [CPT, '96549', 'SYSTEMIC'],
  ['urn:oid:2.16.840.1.113883.6.12', '96450', 'SYSTEMIC'],
  [CPT, '51720', 'SYSTEMIC'],
  // Upkeep of a pump and of a port; an infusion that is none for cancer.
  [CPT, '96522', 'OTHER'],
  [CPT, '96523', 'OTHER'],
  [CPT, '96365', 'OTHER'],
  [CPT, '77263', 'OTHER'],
  [CPT, '77334', 'OTHER'],
  [CPT, '77385', 'RADIOTHERAPY'],
  [CPT, '77412', 'RADIOTHERAPY'],
  [CPT, '77373', 'RADIOTHERAPY'],
  [CPT, '77600', 'OTHER'],
  [CPT, '79005', 'RADIOTHERAPY'],
  [CPT, '32480', 'SURGERY'],
  [CPT, '44204', 'SURGERY'],
  [CPT, '19307', 'SURGERY'],
  [CPT, '55866', 'SURGERY'],
  // Biopsies of breast and node, a colonoscopy, a picture.
  [CPT, '19083', 'OTHER'],
  [CPT, '38500', 'OTHER'],
  [CPT, '45378', 'OTHER'],
  [CPT, '71260', 'OTHER'],
  ['urn:oid:2.16.840.1.113883.6.285', 'J9271', 'SYSTEMIC'],
  ['http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'G0498', 'SYSTEMIC'],
  ['http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'J9209', 'OTHER'],
  ['http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'G6015', 'RADIOTHERAPY'],
  ['https://fhir.hl7.org.uk/CodeSystem/OPCS-4', 'X72.1', 'SYSTEMIC'],
  ['https://fhir.hl7.org.uk/CodeSystem/OPCS-4', 'X654', 'RADIOTHERAPY'],
  ['http://hl7.org.au/CodeSystem/achi', '96199-00', 'SYSTEMIC'],
  ['http://hl7.org.au/CodeSystem/achi', '96199-02', 'OTHER'],
  // The same figures under another system mean nothing.
  ['http://example.org/prices', '99.25', 'OTHER'],
  [PCS, '99.25', 'OTHER'],
])('%s %s is %s', (system, code, kind) => {
  expect(coded(system, code)).toBe(kind);
});

test.each([
  ['化疗', 'SYSTEMIC'],
  ['经导管肝动脉化疗栓塞术', 'SYSTEMIC'],
  ['TACE', 'SYSTEMIC'],
  ['胸腔灌注顺铂', 'SYSTEMIC'],
  ['顺铂静脉输注', 'SYSTEMIC'],
  ['Infusion of cisplatin', 'SYSTEMIC'],
  ['内镜黏膜下剥离术(ESD)', 'SURGERY'],
  ['右肺上叶切除术', 'SURGERY'],
  ['术后辅助化疗', 'SYSTEMIC'],
  ['调强放疗', 'RADIOTHERAPY'],
  ['甲状腺全切', 'SURGERY'],
  ['宫颈锥切', 'SURGERY'],
  ['颈淋巴结清扫', 'SURGERY'],
  ['Whipple', 'SURGERY'],
  ['淋巴结摘除活检', 'OTHER'],
  ['切除活检', 'OTHER'],
  ['CT引导下经皮肺穿刺活检', 'OTHER'],
  ['静脉输液', 'OTHER'],
  ['昂丹司琼静脉输注', 'OTHER'],
  ['拒绝化疗', 'OTHER'],
  ['化疗后复查', 'OTHER'],
  ['放疗定位', 'OTHER'],
  ['放疗计划制定', 'OTHER'],
  ['靶区勾画', 'OTHER'],
  ['Radiotherapy planning', 'OTHER'],
  ['卡介苗接种', 'OTHER'],
  ['Hormone replacement therapy', 'OTHER'],
  ['BCG instillation', 'SYSTEMIC'],
  ['卡介苗膀胱灌注', 'SYSTEMIC'],
  ['DC-CIK', 'SYSTEMIC'],
  ['Hormone therapy', 'SYSTEMIC'],
  ['HIFU治疗', 'SURGERY'],
  ['导丝定位下乳腺肿物切除术', 'SURGERY'],
  ['Chemo admin, IV infusion, 1 hr', 'SYSTEMIC'],
  ['Chemo port placement', 'OTHER'],
  ['Refilling of implantable chemo pump', 'OTHER'],
  ['化疗泵维护', 'OTHER'],
  ['Chemotherapy education', 'OTHER'],
])('%s is %s', (text, kind) => {
  expect(kindOf({ text })).toBe(kind);
});
