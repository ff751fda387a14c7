import { codeable, concept, partial, said, type ToResource } from './elements.ts';

const money = (amount: string, currency: string) => ({ value: Number(amount), currency });
const decided = (code: string, amount: string | null, currency: string) =>
  amount === null
    ? []
    : [
        {
          category: codeable('http://terminology.hl7.org/CodeSystem/adjudication', code, null),
          amount: money(amount, currency),
        },
      ];

const insurer = { display: '基本医疗保险' };

export const costItem: ToResource<'cost-item'> = (c, { id, subject }) => {
  const answer = c.insurancePaid !== null;
  return said({
    resourceType: answer ? 'ExplanationOfBenefit' : 'Claim',
    id,
    status: c.status,
    type: codeable('http://terminology.hl7.org/CodeSystem/claim-type', 'institutional', null),
    use: 'claim',
    patient: subject,
    created: partial(c.billed),
    provider: { display: '医院' },
    ...(answer
      ? { insurer, outcome: 'complete', insurance: [{ focal: true, coverage: insurer }] }
      : {
          priority: { text: 'normal' },
          insurance: [{ sequence: 1, focal: true, coverage: insurer }],
        }),
    item: [
      said({
        sequence: 1,
        category: concept(c.category),
        productOrService: concept(c.what),
        servicedDate: partial(c.served),
        net: money(c.amount, c.currency),
        encounter: c.encounter === null ? undefined : [{ reference: `Encounter/${c.encounter}` }],
        adjudication: answer
          ? [
              ...decided('benefit', c.insurancePaid, c.currency),
              ...decided('paidbypatient', c.patientPaid, c.currency),
            ]
          : undefined,
      }),
    ],
  });
};
