import { encodeId } from '@nodp/graph';
import { describe, expect, test } from 'vitest';
import {
  ask,
  box,
  collect,
  consent,
  done,
  freezer,
  here,
  manager,
  next,
  owner,
  refused,
  researcher,
  store,
  tissue,
} from './biobank.ts';

export const requestCases = () =>
  describe('from a request to a shipped aliquot', () => {
    const ASK = `mutation ($input: SpecimenRequestInput!) { askSpecimens(input: $input) { id state } }`;
    const input = {
      institution: encodeId('Institution', here),
      title: 'EGFR in young patients',
      purpose: 'Sequencing of frozen tumour.',
      siteGroup: 'lung',
      type: 'TISSUE_FROZEN',
      minAmount: 50,
      unit: 'mg',
      wanted: 1,
      uses: ['RESEARCH', 'GENETIC'],
    };
    const DECIDE = `mutation ($id: ID!) { decideSpecimenRequest(id: $id, approved: true, members: "Li, Wang", reason: "Sound.") { state } }`;
    const RESERVE = `mutation ($id: ID!, $s: [ID!]!) { reserveSpecimens(request: $id, specimens: $s, kept: true) { lines { state specimen { id position } } } }`;
    const SHIP = `mutation ($id: ID!, $n: String!) { shipSpecimens(request: $id, number: $n, courier: "SF", celsius: -78) { state manifest { barcode amount } lines { state } } }`;
    const WITHDRAW = `mutation ($d: ID!) { withdrawConsent(donor: $d, reason: "By letter.") { specimens lines } }`;

    const approved = async () => {
      const { askSpecimens } = await done(ASK, { input }, researcher);
      await done(DECIDE, { id: askSpecimens.id });
      return askSpecimens.id as string;
    };
    const stored = async (amount = 60) => {
      const { id } = await freezer();
      const of = await collect([tissue(next('Q'), amount)]);
      await done(...store(of.ids[0], await box(id), 'A1'));
      return of;
    };

    test('asked, decided, picked, shipped, received, and a result brought back', async () => {
      const of = await stored();
      await stored(10);
      await consent(of.donor);
      const id = await approved();
      const eligible = await done(
        `query ($id: ID!) { specimenRequest(id: $id) { eligible { edges { node { id } } } } }`,
        { id },
      );
      // The others have no consent, or too little.
      expect(eligible.specimenRequest.eligible.edges).toEqual([{ node: { id: of.ids[0] } }]);
      const { reserveSpecimens } = await done(RESERVE, { id, s: of.ids });
      expect(reserveSpecimens.lines).toEqual([
        { state: 'RESERVED', specimen: { id: of.ids[0], position: 'A1' } },
      ]);
      const { shipSpecimens } = await done(SHIP, { id, n: next('M') });
      expect(shipSpecimens).toMatchObject({ state: 'SHIPPED', manifest: [{ amount: 60 }] });
      const barcode = shipSpecimens.manifest[0].barcode;
      const receive = `mutation ($id: ID!) { receiveShipment(request: $id, celsius: -70, condition: "Dry ice left") { state } }`;
      expect((await done(receive, { id }, researcher)).receiveShipment.state).toBe('DELIVERED');
      const bring = `mutation ($input: SpecimenResultInput!) { bringSpecimenResult(input: $input) { state } }`;
      const result = { request: id, barcode, what: 'EGFR', value: 'L858R' };
      await done(bring, { input: result }, researcher);
      expect(
        await refused(bring, { input: { ...result, barcode: 'other' } }, researcher),
      ).toContain('no specimen of this barcode');
      const { bankedSpecimen } = await done(
        `query ($id: ID!) { bankedSpecimen(id: $id) { state position results { what value } custody { kind } } }`,
        { id: of.ids[0] },
      );
      expect(bankedSpecimen).toMatchObject({
        state: 'RECEIVED',
        position: null,
        results: [{ what: 'EGFR', value: 'L858R' }],
      });
      expect(bankedSpecimen.custody.map(({ kind }: { kind: string }) => kind)).toEqual([
        ...['DELIVERED', 'SHIPPED', 'STORED', 'RECEIVED', 'COLLECTED'],
      ]);
    });

    test('without a consent that covers it nothing is laid aside, and nothing leaves though somebody writes the event', async () => {
      const of = await stored();
      const id = await approved();
      expect(await refused(RESERVE, { id, s: of.ids })).toContain('there is no consent');
      await consent(of.donor, ['RESEARCH']);
      expect(await refused(RESERVE, { id, s: of.ids })).toContain('does not cover');
      const key = await owner`select id from specimens.bank_specimen order by id desc limit 1`;
      const request =
        await owner`select id from specimens.specimen_request order by id desc limit 1`;
      await expect(
        owner`insert into specimens.custody_event (institution_id, specimen_id, kind, by, request_id)
        values (${here}, ${key[0]?.id}, 'SHIPPED', 'somebody', ${request[0]?.id})`,
      ).rejects.toThrow(/may not leave/);
    });

    test('a withdrawal reaches every aliquot, pools, and what lies aside', async () => {
      const of = await stored();
      const second = await stored();
      await consent(of.donor);
      await consent(second.donor);
      const id = await approved();
      const pool = {
        pool: tissue(next('POOL'), 20),
        parts: [...of.ids, ...second.ids].map((specimen) => ({ specimen, amount: 10 })),
      };
      await done(
        `mutation ($input: PoolInput!) { poolSpecimens(input: $input) { level parts { amount } } }`,
        {
          input: pool,
        },
      );
      await done(RESERVE, { id, s: second.ids });
      const reached = await done(WITHDRAW, { d: second.donor });
      expect(reached.withdrawConsent).toEqual({ specimens: 2, lines: 1 });
      const { messages } = await ask(manager, SHIP, { id, n: next('M') });
      expect(messages[0]).toContain('Nothing lies aside');
      const { specimenRequest } = await done(
        `query ($id: ID!) { specimenRequest(id: $id) { state lines { state } } }`,
        { id },
      );
      expect(specimenRequest).toEqual({ state: 'APPROVED', lines: [{ state: 'WITHDRAWN' }] });
      expect(await refused(RESERVE, { id, s: second.ids })).toContain('withdrawn');
    });

    test('a withdrawal and a shipment at once: it left before, or it stays', async () => {
      for (let i = 0; i < 5; i++) {
        const of = await stored();
        await consent(of.donor);
        const id = await approved();
        await done(RESERVE, { id, s: of.ids });
        const [ship, withdrawn] = await Promise.all([
          ask(manager, SHIP, { id, n: next('M') }),
          ask(manager, WITHDRAW, { d: of.donor }),
        ]);
        expect(withdrawn.messages).toEqual([]);
        const { lines } = withdrawn.data.withdrawConsent;
        expect(ship.messages.length).toBe(lines);
      }
    });

    test('one aliquot lies aside for one request', async () => {
      const of = await stored();
      await consent(of.donor);
      const [first, second] = [await approved(), await approved()];
      await done(RESERVE, { id: first, s: of.ids });
      expect(await refused(RESERVE, { id: second, s: of.ids })).toContain('another request');
    });
  });
